package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every story has: the mechanism, those who take part, and how far a story may have come when it begins. */
@ExtendWith(OneMechanism.class)
abstract class Journey {
    static final String AN_ADULT = "FROM_24_TO_26";
    static final String A_CHILD = "FROM_9_TO_17";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    Mechanism mechanism;
    Country bulgaria;
    Country romania;
    Country germany;
    Country albania;
    /** Of the network of South-East Europe, to which Bulgaria, Romania and Albania belong. */
    Person coordinator;

    @BeforeEach
    void meet(Mechanism running) {
        mechanism = running;
        meet((Running) running);
    }

    void meet(Running running) {
        bulgaria = new Country(running, "BG", "BG-NCCTHB");
        romania = new Country(running, "RO", "RO-ANITP");
        germany = new Country(running, "DE", "DE-KOK");
        albania = new Country(running, "AL", "AL-ONAC");
        coordinator = new Person(running, "see-coordinator");
    }

    /** The act is refused with this status and code, which is explained at the address that the refusal names. */
    void refused(String outcome, Runnable act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act::run)
                .extracting(Refused::answer)
                .satisfies(answer -> {
                    assertThat(answer.outcome()).isEqualTo(outcome);
                    String explanation = answer.body().path("type").asString();
                    assertThat(coordinator.reads(explanation).body().path("code"))
                            .isEqualTo(answer.body().path("code"));
                });
    }

    /** What the clock brings about comes within moments of its time. */
    static void eventually(Runnable seen) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(seen::run);
    }

    /** Bulgaria has met a woman and confirmed that she is a victim. */
    Her identified() {
        Her her = bulgaria.opensACaseOf(AN_ADULT);
        bulgaria.findsReasonableGrounds(her);
        bulgaria.grantsReflection(her);
        bulgaria.recordsHerWishToGoOn(her);
        bulgaria.confirmsThatSheIsAVictim(her);
        bulgaria.assessesNeeds(her, Country.NEEDS.toArray(String[]::new));
        return her;
    }

    /** She has consented to all that a transfer to this country asks for. */
    void consented(Her her, Country to) {
        bulgaria.recordsConsent(her, "ENQUIRY", to);
        bulgaria.recordsConsent(her, "TRANSFER", to);
        bulgaria.recordsConsent(her, "DISCLOSURE", to);
        bulgaria.assessesTheRiskIn(to, her, "LOW");
    }

    /** Bulgaria has asked Romania, and Romania has acknowledged the receipt. */
    Her received() {
        Her her = identified();
        consented(her, romania);
        bulgaria.drafts(her, romania);
        bulgaria.submits(her);
        romania.acknowledgesReceipt(her);
        return her;
    }

    /** Both have prepared and signed. */
    Her ready() {
        Her her = received();
        bothPrepareAndSign(her);
        return her;
    }

    void bothPrepareAndSign(Her her) {
        romania.accepts(her, Country.NEEDS.toArray(String[]::new));
        romania.assessesTheRiskIn(romania, her, "LOW");
        romania.confirms(her, "NATIONALITY_VERIFIED", "RECEPTION_ARRANGED");
        bulgaria.confirms(her, "PASSPORT", "FITNESS_TO_TRAVEL", "PROCEEDINGS_CHECKED", "CONTACT_LIST_GIVEN");
        bulgaria.signsForDeparture(her);
        romania.signsForDeparture(her);
        assertThat(romania.letter(her).state()).isEqualTo("READY");
    }

    /** She is on her way to Romania. */
    Her inTransit() {
        Her her = ready();
        bulgaria.recordsDeparture(her);
        return her;
    }

    /** She has arrived, and Romania is responsible. */
    Her handedOver() {
        Her her = inTransit();
        romania.confirmsArrival(her);
        bulgaria.acknowledgesTheHandover(her);
        romania.acknowledgesTheHandover(her);
        return her;
    }
}
