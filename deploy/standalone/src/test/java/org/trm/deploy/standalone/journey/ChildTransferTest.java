package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A girl goes home to Romania: with a guardian on either side, and only where it is best for her. */
class ChildTransferTest extends Journey {
    @Test
    void nothing_that_concerns_a_child_is_decided_without_her_guardian() {
        Her her = bulgaria.opensACaseOf(A_CHILD);
        bulgaria.findsReasonableGrounds(her);
        assertThat(bulgaria.sees(her).body().path("minor").asBoolean()).isTrue();

        refused("409 GUARDIAN_REQUIRED", () -> bulgaria.recordsTheGuardiansConsent(her, "ENQUIRY", romania));
        refused("409 GUARDIAN_REQUIRED", () -> bulgaria.findsInHerBestInterests(her, romania));
        bulgaria.appointsAGuardian(her);
        refused("422 WRONG_CONSENT_HOLDER", () -> bulgaria.recordsConsent(her, "ENQUIRY", romania));

        bulgaria.recordsTheGuardiansConsent(her, "ENQUIRY", romania);
        bulgaria.findsInHerBestInterests(her, romania);
        assertThat(bulgaria.auditor.timeline(her))
                .anyMatch(sentence -> sentence.contains("guardian"))
                .noneMatch(sentence -> sentence.contains(her.caseId()));
    }

    @Test
    void she_is_handed_from_guardian_to_guardian() {
        Her her = accepted();
        romania.assessesTheRiskIn(romania, her, "LOW");
        romania.confirms(her, "NATIONALITY_VERIFIED", "RECEPTION_ARRANGED");
        bulgaria.confirms(her, "PASSPORT", "FITNESS_TO_TRAVEL", "PROCEEDINGS_CHECKED", "CONTACT_LIST_GIVEN");

        refused("409 BEST_INTERESTS_NOT_SHOWN", () -> bulgaria.signsForDeparture(her));
        romania.appointsAGuardian(her);
        refused("409 RECEPTION_UNCONFIRMED", () -> bulgaria.signsForDeparture(her));
        bulgaria.confirms(her, "ESCORT_ARRANGED");
        bulgaria.signsForDeparture(her);
        romania.signsForDeparture(her);
        bulgaria.recordsDeparture(her);
        romania.confirmsArrival(her);
        romania.acknowledgesTheHandover(her);
        bulgaria.acknowledgesTheHandover(her);
        her.heldBy(romania);

        assertThat(romania.auditor.custody(her)).containsExactly("BG", "RO");
        assertThat(romania.auditor.timeline(her))
                .filteredOn(sentence -> sentence.contains("guardian"))
                .hasSizeGreaterThanOrEqualTo(3)
                .last()
                .asString()
                .contains("Bulgaria");
        romania.recordsTheGuardiansConsent(her, "ASSISTANCE", romania);
        germany.knowsNothingOf(her);
    }

    @Test
    void romania_has_less_time_to_decide_about_a_child() {
        Her child = received(A_CHILD);
        Her adult = received();

        assertThat(romania.letter(child).limit()).isEqualTo("CHILD_DECISION");
        assertThat(romania.letter(adult).limit()).isEqualTo("DECISION");
    }

    private Her accepted() {
        Her her = received(A_CHILD);
        romania.accepts(her, "SHELTER", "MEDICAL", "PSYCHOSOCIAL", "SCHOOLING");
        return her;
    }

    private Her received(String ageBand) {
        Her her = bulgaria.opensACaseOf(ageBand);
        bulgaria.findsReasonableGrounds(her);
        bulgaria.appointsAGuardian(her);
        bulgaria.grantsReflection(her);
        bulgaria.recordsHerWishToGoOn(her);
        bulgaria.confirmsThatSheIsAVictim(her);
        bulgaria.assessesNeeds(her, "SHELTER", "MEDICAL", "SCHOOLING");
        bulgaria.recordsTheGuardiansConsent(her, "TRANSFER", romania);
        bulgaria.recordsTheGuardiansConsent(her, "DISCLOSURE", romania);
        bulgaria.assessesTheRiskIn(romania, her, "LOW");
        bulgaria.findsInHerBestInterests(her, romania);
        bulgaria.drafts(her, romania);
        bulgaria.submits(her);
        romania.acknowledgesReceipt(her);
        return her;
    }
}
