package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.person;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.ReferralEvent.DepartureRecorded;
import org.trm.events.ReferralEvent.HandoverAcknowledged;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Side;
import org.trm.events.types.TimeLimit;

/** What holds after every step of any walk, whoever acts and whatever they try. */
class CaseProperties {
    private static final int STEPS = 110;
    private static final int WALKS = 500;

    private static final Map<ReferralState, Integer> REACHED = new EnumMap<>(ReferralState.class);
    private static int accepted;
    private static int tried;

    @Property(tries = WALKS, seed = "20261124", shrinking = ShrinkingMode.OFF)
    void exactlyOneCountryIsResponsibleAfterEveryStep(@ForAll long seed) {
        Walk walk = new Walk(seed);
        for (int step = 0; step < STEPS; step++) {
            CaseState before = walk.story.state;
            int events = walk.history().size();
            walk.step();
            check(before, walk, walk.history().subList(events, walk.history().size()));
        }
        CaseState replayed = null;
        for (Recorded<CaseEvent> recorded : walk.history()) {
            replayed = CaseState.after(replayed, recorded);
        }
        assertThat(replayed).isEqualTo(walk.story.state);
        walk.reached.forEach(state -> REACHED.merge(state, 1, Integer::sum));
        accepted += walk.accepted;
        tried += walk.accepted + walk.refused;
    }

    private static void check(CaseState before, Walk walk, List<Recorded<CaseEvent>> happened) {
        CaseState after = walk.story.state;
        assertThat(after.responsible()).isNotNull();
        assertThat(after.referrals().stream().filter(Referral::liveTransfer).count())
                .isLessThanOrEqualTo(1);
        assertThat(after.referrals()).allSatisfy(CaseProperties::checkClock);
        AccessTest.check(after);
        boolean moved = !after.responsible().equals(before.responsible());
        boolean transferred = happened.stream().anyMatch(r -> r.event() instanceof CustodyTransferred);
        assertThat(moved).isEqualTo(transferred);
        for (Recorded<CaseEvent> recorded : happened) {
            if (recorded.event() instanceof CustodyTransferred custody) {
                checkCustody(before, walk, custody);
            } else if (recorded.event() instanceof DepartureRecorded departure) {
                checkDeparture(before, walk, departure);
            }
        }
    }

    /** No dead ends: whatever is not over has a clock of its state, whatever is over has none. */
    private static void checkClock(Referral referral) {
        if (referral.state().terminal()) {
            assertThat(referral.deadline()).isNull();
        } else {
            assertThat(TimeLimit.of(referral.state()))
                    .contains(referral.deadline().limit());
        }
    }

    /** Both acknowledgements stand in the history, and the country that gives was the one that had. */
    private static void checkCustody(CaseState before, Walk walk, CustodyTransferred custody) {
        assertThat(custody.from()).isEqualTo(before.responsible());
        Set<Side> acknowledged = walk.history().stream()
                .map(Recorded::event)
                .filter(HandoverAcknowledged.class::isInstance)
                .map(HandoverAcknowledged.class::cast)
                .filter(a -> a.referralId().equals(custody.referralId()))
                .map(HandoverAcknowledged::side)
                .collect(Collectors.toSet());
        assertThat(acknowledged).containsExactlyInAnyOrder(Side.values());
    }

    /** Nobody left without two signatures and every guard true at that moment. */
    private static void checkDeparture(CaseState before, Walk walk, DepartureRecorded departure) {
        Referral referral = before.referral(departure.referralId()).orElseThrow();
        assertThat(referral.signatures()).hasSize(2);
        Context context = new Context(person(BG, NATIONAL_FOCAL_POINT), walk.story.now, walk.story.countries, null);
        assertThat(Guards.of(before, referral, context).unmet()).isEmpty();
    }

    /** A walk that never gets anywhere would prove nothing. */
    @AfterContainer
    static void theWalksWentEverywhere() {
        for (ReferralState state : ReferralState.values()) {
            assertThat(REACHED.getOrDefault(state, 0))
                    .as("walks that reached " + state + ", of " + REACHED)
                    .isGreaterThanOrEqualTo(WALKS / 100);
        }
        assertThat(accepted).as("accepted of " + tried).isGreaterThanOrEqualTo(tried * 4 / 10);
    }
}
