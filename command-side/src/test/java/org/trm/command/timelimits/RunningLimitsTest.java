package org.trm.command.timelimits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.Walk;
import org.trm.command.timelimits.RunningLimits.Change;
import org.trm.command.timelimits.RunningLimits.End;
import org.trm.command.timelimits.RunningLimits.Only;
import org.trm.command.timelimits.RunningLimits.Start;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.Deadline;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/** What the clocks know of a case from its events is what the case itself knows, wherever it went. */
class RunningLimitsTest {
    private static final int STEPS = 110;
    private static final int WALKS = 100;

    @Property(tries = WALKS, seed = "20261125", shrinking = ShrinkingMode.OFF)
    void theClocksThatRunAreThoseOfTheCaseAndEveryReferralThatHasNotEndedHasExactlyOne(@ForAll long seed) {
        Walk walk = new Walk(seed);
        Map<Object, Deadline> clocks = new HashMap<>();
        int known = 0;
        for (int step = 0; step < STEPS; step++) {
            walk.step();
            List<Recorded<CaseEvent>> history = walk.history();
            history.subList(known, history.size()).forEach(r -> follow(clocks, r.event()));
            known = history.size();
            assertThat(clocks).isEqualTo(running(walk.story.state));
            walk.story.state.referrals().forEach(RunningLimitsTest::checkClockOf);
        }
    }

    private static void checkClockOf(Referral referral) {
        if (referral.state().terminal()) {
            assertThat(referral.deadline()).isNull();
        } else {
            assertThat(referral.deadline()).as(referral.state().name()).isNotNull();
            assertThat(TimeLimit.of(referral.state()))
                    .contains(referral.deadline().limit());
        }
    }

    private static void follow(Map<Object, Deadline> clocks, CaseEvent event) {
        Change change = event.tell(RunningLimits.OF);
        if (change instanceof Start start) {
            clocks.put(key(start.referralId(), start.deadline().limit()), start.deadline());
        } else if (change instanceof End end) {
            clocks.remove(key(end.referralId(), end.limit()));
        } else if (change instanceof Only only) {
            clocks.clear();
            if (only.deadline() != null) {
                clocks.put(only.deadline().limit(), only.deadline());
            }
        }
    }

    private static Object key(ReferralId referralId, TimeLimit limit) {
        return referralId == null ? limit : referralId;
    }

    private static Map<Object, Deadline> running(CaseState state) {
        Map<Object, Deadline> running = new HashMap<>();
        state.reasonableGrounds().ifPresent(deadline -> running.put(TimeLimit.REASONABLE_GROUNDS, deadline));
        if (state.reflection().deadline() != null) {
            running.put(TimeLimit.REFLECTION, state.reflection().deadline());
        }
        state.emergencyReview().ifPresent(deadline -> running.put(TimeLimit.EMERGENCY_REVIEW, deadline));
        state.retention().ifPresent(deadline -> running.put(TimeLimit.RETENTION, deadline));
        state.referrals().stream()
                .filter(referral -> referral.deadline() != null)
                .forEach(referral -> running.put(referral.id(), referral.deadline()));
        return running;
    }
}
