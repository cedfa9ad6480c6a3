package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** On the way she says no. No reason is asked for, and the transfer stops there and then. */
class ConsentWithdrawnInTransitTest extends Journey {
    @Test
    void the_transfer_stops_with_a_plan_for_her_and_bulgaria_stays_responsible() {
        Her her = inTransit();
        long before = her.version();

        bulgaria.withdrawsConsent(her, "TRANSFER", romania, Map.of("safetyPlan", "CARE_WHERE_SHE_IS"));

        assertThat(her.version())
                .as("the withdrawal and the end of the referral, in one act")
                .isEqualTo(before + 2);
        assertThat(bulgaria.letter(her).state()).isEqualTo("CONSENT_WITHDRAWN");
        assertThat(coordinator.sees(her).responsible()).isEqualTo("BG");
        assertThat(bulgaria.sees(her).stage()).isEqualTo("ASSISTANCE");
        assertThat(bulgaria.sees(her).limits()).isEmpty();
    }

    @Test
    void romania_is_told_that_it_ended_and_cannot_go_on() {
        Her her = inTransit();

        bulgaria.withdrawsConsent(her, "TRANSFER", romania, Map.of());

        assertThat(romania.letter(her).state()).isEqualTo("CONSENT_WITHDRAWN");
        assertThat(romania.sees(her).relation()).isEqualTo("FORMERLY_ADDRESSED");
        assertThat(romania.sees(her).withheld()).contains("minimalDataSet");
        refused("409 MUST_BE_ON_THE_WAY", () -> romania.confirmsArrival(her));
        refused("409 MUST_HAVE_ARRIVED", () -> romania.acknowledgesTheHandover(her));
        refused("409 CONSENT_ALREADY_WITHDRAWN", () -> bulgaria.withdrawsConsent(her, "TRANSFER", romania, Map.of()));
    }

    @Test
    void she_may_change_her_mind_again() {
        Her her = inTransit();
        bulgaria.withdrawsConsent(her, "TRANSFER", romania, Map.of());

        bulgaria.drafts(her, romania);
        bulgaria.submits(her);
        romania.acknowledgesReceipt(her);
        romania.accepts(her, "SHELTER", "MEDICAL", "PSYCHOSOCIAL");
        romania.confirms(her, "NATIONALITY_VERIFIED");

        refused("409 CONSENT_TO_TRANSFER_MISSING", () -> romania.signsForDeparture(her));
        her.consentsAnew("TRANSFER", romania);
        bulgaria.recordsConsent(her, "TRANSFER", romania);
        refused("409 TRAVEL_DOCUMENT_MISSING", () -> romania.signsForDeparture(her));
        assertThat(romania.sees(her).referrals()).containsExactlyInAnyOrder("RO CONSENT_WITHDRAWN", "RO PREPARING");
    }
}
