package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Bulgaria asks Romania for help, and keeps the case: nobody travels and nobody else becomes responsible. */
class InformationReferralTest extends Journey {
    private Her asked() {
        Her her = identified();
        bulgaria.recordsConsent(her, "ENQUIRY", romania);
        bulgaria.recordsConsent(her, "DISCLOSURE", romania);
        bulgaria.drafts(her, romania, "INFORMATION_OR_SERVICE", "PROCEEDINGS_ABROAD");
        bulgaria.submits(her);
        romania.acknowledgesReceipt(her);
        romania.accepts(her, "LEGAL");
        return her;
    }

    @Test
    void romania_answers_and_bulgaria_stays_responsible() {
        Her her = asked();
        assertThat(romania.letter(her).waitingOn()).containsExactly("RO");

        romania.deliversTheAnswer(her);

        assertThat(bulgaria.letter(her).state()).isEqualTo("COMPLETED");
        assertThat(coordinator.sees(her).responsible()).isEqualTo("BG");
        assertThat(bulgaria.sees(her).stage()).isEqualTo("ASSISTANCE");
        assertThat(romania.sees(her).relation()).isEqualTo("FORMERLY_ADDRESSED");
        germany.knowsNothingOf(her);
    }

    @Test
    void nobody_travels() {
        Her her = asked();

        refused("409 ONLY_FOR_TRANSFERS", () -> bulgaria.confirms(her, "PASSPORT"));
        refused("409 ONLY_FOR_TRANSFERS", () -> bulgaria.signsForDeparture(her));
        refused("409 ONLY_FOR_TRANSFERS", () -> bulgaria.recordsDeparture(her));
        refused("409 ONLY_FOR_TRANSFERS", () -> romania.acknowledgesTheHandover(her));
    }

    @Test
    void it_stands_beside_a_transfer_to_another_country() {
        Her her = asked();
        String question = her.referral();
        consented(her, albania);
        bulgaria.drafts(her, albania);
        bulgaria.submits(her);

        assertThat(bulgaria.sees(her).referrals()).containsExactlyInAnyOrder("RO ACCEPTED", "AL SUBMITTED");
        assertThat(romania.sees(her).referrals()).containsExactly("RO ACCEPTED");
        assertThat(albania.sees(her).referrals()).containsExactly("AL SUBMITTED");
        her.turnTo(question);
        romania.deliversTheAnswer(her);
        assertThat(bulgaria.sees(her).referrals()).containsExactlyInAnyOrder("RO COMPLETED", "AL SUBMITTED");
        refused("409 TRANSFER_ALREADY_LIVE", () -> bulgaria.drafts(her, romania));
    }
}
