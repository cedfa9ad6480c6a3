package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Romania cannot take her; she stays with Bulgaria, which may ask again. */
class DeclinedReferralTest extends Journey {
    @Test
    void she_stays_where_she_is() {
        Her her = received();

        romania.declines(her, "NO_SUITABLE_SERVICE");

        assertThat(coordinator.sees(her).responsible()).isEqualTo("BG");
        assertThat(bulgaria.sees(her).stage()).isEqualTo("ASSISTANCE");
        assertThat(bulgaria.letter(her).state()).isEqualTo("DECLINED");
        assertThat(bulgaria.letter(her).text("endedBecause")).isEqualTo("NO_SUITABLE_SERVICE");
        assertThat(bulgaria.letter(her).waitingOn()).isEmpty();
        assertThat(bulgaria.sees(her).limits()).isEmpty();
    }

    @Test
    void romania_keeps_its_own_referral_and_sees_nothing_else_any_more() {
        Her her = received();
        romania.declines(her, "NO_SUITABLE_SERVICE");
        long declined = her.version();

        bulgaria.assessesNeeds(her, "LIVELIHOOD");
        consented(her, albania);
        bulgaria.drafts(her, albania);
        bulgaria.submits(her);

        Sight left = romania.sees(her);
        assertThat(left.relation()).isEqualTo("FORMERLY_ADDRESSED");
        assertThat(left.version()).isEqualTo(declined);
        assertThat(left.referrals()).containsExactly("RO DECLINED");
        assertThat(left.withheld()).contains("responsible", "minimalDataSet", "identification");
        assertThat(romania.tray(her, "incoming")).containsExactly("DECLINED");
        assertThat(romania.auditor.timeline(her))
                .as("the draft, the submission, the receipt and the end of its own referral")
                .hasSize(4)
                .last()
                .asString()
                .contains("Romania declined");
        assertThat(romania.auditor.custody(her)).isEmpty();
        assertThat(bulgaria.auditor.timeline(her)).hasSize((int) her.version());
        assertThat(albania.sees(her).referrals()).containsExactly("AL SUBMITTED");
        assertThat(bulgaria.sees(her).referrals()).containsExactlyInAnyOrder("RO DECLINED", "AL SUBMITTED");
        germany.knowsNothingOf(her);
    }

    @Test
    void what_was_declined_cannot_be_accepted_any_more() {
        Her her = received();
        romania.declines(her, "RISK_UNACCEPTABLE");

        refused("409 MUST_AWAIT_DECISION", () -> romania.accepts(her, "SHELTER"));
        refused("409 CANNOT_WITHDRAW", () -> bulgaria.withdraws(her));
    }
}
