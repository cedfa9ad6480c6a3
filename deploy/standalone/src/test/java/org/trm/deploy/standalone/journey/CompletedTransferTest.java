package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A woman whom Bulgaria has met goes home, and Romania becomes responsible for her: the main job. */
class CompletedTransferTest extends Journey {
    private static final List<String> MILESTONES =
            List.of("AFTER_72_HOURS", "AFTER_1_MONTH", "AFTER_3_MONTHS", "AFTER_6_MONTHS", "AFTER_12_MONTHS");

    @Test
    void romania_learns_of_her_when_bulgaria_asks_and_not_before() {
        Her her = identified();
        consented(her, romania);
        bulgaria.drafts(her, romania);

        romania.knowsNothingOf(her);

        bulgaria.submits(her);

        Sight asked = romania.sees(her);
        assertThat(asked.relation()).isEqualTo("ADDRESSED");
        assertThat(asked.referrals()).containsExactly("RO SUBMITTED");
        assertThat(asked.body().path("minimalDataSet").path("ageBand").asString())
                .isEqualTo(AN_ADULT);
        assertThat(asked.withheld()).contains("identification", "reflection");
        assertThat(romania.tray(her, "incoming")).containsExactly("SUBMITTED");
        assertThat(bulgaria.tray(her, "outgoing")).containsExactly("SUBMITTED");
        assertThat(bulgaria.tray(her, "incoming")).isEmpty();
        assertThat(romania.letter(her).waitingOn()).containsExactly("RO");
        germany.knowsNothingOf(her);
    }

    @Test
    void nothing_happens_out_of_turn() {
        Her her = identified();
        refused("403 ROLE_NOT_ALLOWED", () -> bulgaria.caseManager.acts(her, "/identification", confirmed()));
        bulgaria.drafts(her, romania);
        refused("409 CONSENT_REQUIRED", () -> bulgaria.submits(her));
        consented(her, romania);
        bulgaria.submits(her);
        refused("409 MUST_AWAIT_DECISION", () -> romania.accepts(her, "SHELTER"));
        romania.acknowledgesReceipt(her);
        romania.asks(her, "NEEDS_DETAIL", "TRAVEL_DOCUMENT_STATUS");
        refused("409 MUST_AWAIT_DECISION", () -> romania.accepts(her, "SHELTER"));
        refused("422 INFORMATION_INCOMPLETE", () -> bulgaria.answers(her, "NEEDS_DETAIL"));
        bulgaria.answers(her, "NEEDS_DETAIL", "TRAVEL_DOCUMENT_STATUS");
        refused("403 NOT_ADDRESSED", () -> bulgaria.accepts(her, "SHELTER"));
        refused("403 NOT_HOLDER", () -> romania.assessesNeeds(her, "SHELTER"));
        refused("409 MUST_BE_READY", () -> bulgaria.recordsDeparture(her));
        romania.accepts(her, "SHELTER");
        refused("409 RISK_NOT_ASSESSED", () -> bulgaria.signsForDeparture(preparing(her)));

        assertThat(romania.letter(her).state()).isEqualTo("PREPARING");
        assertThat(bulgaria.sees(her).version()).isEqualTo(her.version());
    }

    @Test
    void bulgaria_is_responsible_until_both_have_acknowledged_and_romania_from_then_on() {
        Her her = inTransit();
        assertThat(coordinator.sees(her).stage()).isEqualTo("IN_TRANSIT");
        refused("409 MUST_HAVE_ARRIVED", () -> bulgaria.acknowledgesTheHandover(her));

        romania.confirmsArrival(her);
        bulgaria.acknowledgesTheHandover(her);

        assertThat(coordinator.sees(her).stage()).isEqualTo("ARRIVED");
        assertThat(coordinator.sees(her).responsible()).isEqualTo("BG");
        assertThat(bulgaria.letter(her).waitingOn()).containsExactly("RO");
        refused("409 ALREADY_ACKNOWLEDGED", () -> bulgaria.acknowledgesTheHandover(her));

        romania.acknowledgesTheHandover(her);

        assertThat(coordinator.sees(her).stage()).isEqualTo("MONITORING");
        assertThat(coordinator.sees(her).responsible()).isEqualTo("RO");
        assertThat(romania.sees(her).relation()).isEqualTo("HOLDER");
        assertThat(bulgaria.sees(her).relation()).isEqualTo("FORMER_HOLDER");
        refused("403 NOT_HOLDER", () -> bulgaria.assessesNeeds(her, "SHELTER"));
        assertThat(romania.auditor.custody(her)).containsExactly("BG", "RO");
        assertThat(bulgaria.auditor.custody(her)).containsExactly("BG", "RO");
        assertThat(romania.auditor.timeline(her))
                .hasSize((int) her.version())
                .last()
                .asString()
                .contains("from Bulgaria to Romania");
        germany.knowsNothingOf(her);
    }

    @Test
    void bulgaria_sees_how_she_fares_and_nothing_else_that_romania_does_for_her() {
        Her her = handedOver();
        long seen = bulgaria.sees(her).version();
        romania.assessesNeeds(her, "LIVELIHOOD");
        assertThat(bulgaria.sees(her).version()).isEqualTo(seen);

        for (String milestone : MILESTONES) {
            romania.reports(her, milestone);
        }
        romania.completes(her);

        assertThat(bulgaria.letter(her).state()).isEqualTo("COMPLETED");
        assertThat(bulgaria.letter(her).body().path("monitoring")).hasSize(MILESTONES.size());
        assertThat(romania.sees(her).stage()).isEqualTo("ASSISTANCE");
        assertThat(bulgaria.sees(her).stage()).isEqualTo("HANDED_OVER");
        romania.closes(her);
        assertThat(romania.sees(her).stage()).isEqualTo("CLOSED");
        assertThat(bulgaria.sees(her).stage()).isEqualTo("HANDED_OVER");
    }

    private Her preparing(Her her) {
        bulgaria.confirms(her, "PASSPORT");
        return her;
    }

    private static Map<String, Object> confirmed() {
        return Map.of("confirmed", false, "ground", "NO_ACT");
    }
}
