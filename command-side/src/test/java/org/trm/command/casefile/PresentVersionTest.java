package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.command.casefile.Story.REFERRAL;
import static org.trm.events.types.ReferralState.DECLINED;
import static org.trm.events.types.ReferralState.SUBMITTED;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.command.casefile.referral.AcknowledgeReceipt;
import org.trm.events.types.CountryCode;

/** Who insists on a version of the case, and who is told the present one. */
class PresentVersionTest {
    private static final AcknowledgeReceipt ACKNOWLEDGE = new AcknowledgeReceipt(CASE, REFERRAL);

    @Test
    void whoHasAPartInTheCaseIsToldThatItHasMovedOn() {
        Story story = Story.ofAnAdult().with(SUBMITTED);
        Refused refused = insisting(story, RO, ACKNOWLEDGE);
        assertThat(refused.rule()).isEqualTo(Rule.VERSION_MISMATCH);
        assertThat(refused.facts())
                .containsEntry("expectedVersion", "1")
                .containsEntry("version", Long.toString(story.state.version()));
    }

    @Test
    void aCountryWhosePartHasEndedIsNotToldHowOftenTheCaseHasChanged() {
        Story story = Story.ofAnAdult().with(DECLINED);
        Refused refused = insisting(story, RO, ACKNOWLEDGE);
        assertThat(refused.rule()).isEqualTo(Rule.MUST_AWAIT_ACKNOWLEDGEMENT);
        assertThat(refused.facts()).doesNotContainKey("version");
        assertThat(insisting(story, BG, new AssessNeeds(CASE, Set.of(), null, null))
                        .rule())
                .isEqualTo(Rule.VERSION_MISMATCH);
    }

    private static Refused insisting(Story story, CountryCode country, CaseCommand command) {
        Context context = new Context(person(country, NATIONAL_FOCAL_POINT), story.now, story.countries, 1L);
        return (Refused) Judge.judge(command, story.state, context);
    }
}
