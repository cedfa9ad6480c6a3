package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.ReferralState.IN_TRANSIT;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.READY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.util.List;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.referral.AuthoriseDeparture;
import org.trm.events.ReferralEvent.SignaturesVoided;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Guard;

/** What a guard means for a departure: for both signatures under it, and for the departure itself. */
final class Departure {
    private static final Actor SENDER = person(BG, NATIONAL_FOCAL_POINT);

    private Departure() {}

    /** The guards that are false now. */
    static List<Guard> unmet(Story story) {
        Context context = new Context(SENDER, story.now, story.countries, null);
        return Guards.of(story.state, story.referral(), context).unmet();
    }

    /** This guard and no other is false, and neither side can sign. */
    static void cannotBeSigned(Story story, Guard guard) {
        assertThat(unmet(story)).containsExactly(guard);
        for (CountryCode side : List.of(BG, story.to)) {
            Refused refused = story.refuses(
                    person(side, NATIONAL_FOCAL_POINT), new AuthoriseDeparture(CASE, REFERRAL), Guards.rule(guard));
            assertThat(refused.facts()).containsEntry("unmet", guard.number());
        }
    }

    /** Both signatures stand, this guard and no other is false, and she cannot leave. */
    static void cannotBegin(Story story, Guard guard) {
        assertThat(story.referralState()).isEqualTo(READY);
        assertThat(unmet(story)).containsExactly(guard);
        story.refuses(SENDER, story.departure(), Guards.rule(guard));
    }

    /** What has just happened turned this guard and no other false: both signatures are void, and must be given again. */
    static void wasStopped(Story story, Guard guard) {
        assertThat(story.happened)
                .last()
                .isInstanceOfSatisfying(
                        SignaturesVoided.class, v -> assertThat(v.guards()).containsExactly(guard));
        assertThat(story.referralState()).isEqualTo(PREPARING);
        assertThat(story.referral().signatures()).isEmpty();
        story.refuses(SENDER, story.departure(), Rule.MUST_BE_READY);
        cannotBeSigned(story, guard);
    }

    /** Every guard is true: both sign, and she leaves. */
    static void happens(Story story) {
        assertThat(unmet(story)).isEmpty();
        story.signed(BG).signed(story.to).does(SENDER, story.departure());
        assertThat(story.referralState()).isEqualTo(IN_TRANSIT);
    }
}
