package org.trm.query.audit.replay;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trm.query.audit.replay.Replayed.changes;
import static org.trm.query.audit.replay.Replayed.texts;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.DE;
import static org.trm.query.sample.Happenings.RO;
import static org.trm.query.sample.Happenings.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.ReferralEvent.ReferralForwarded;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.Role;
import org.trm.events.types.Side;
import org.trm.events.types.TimeLimit;
import org.trm.query.EventLog;
import org.trm.query.Scene;
import tools.jackson.databind.JsonNode;

/** An auditor reads a case step by step: no more of it than her country sees. */
class HistoryTest {
    private static final ReferralId FIRST = new ReferralId(new UUID(2, 1));
    private static final ReferralId SECOND = new ReferralId(new UUID(2, 2));
    private static final Replayed CASE = new Replayed();

    /** Romania names Germany as competent, then receives her itself by another referral. */
    @BeforeAll
    static void record() {
        CASE.by(BG, CASE.her.opened(), CASE.her.needsAssessed(null), CASE.her.drafted(FIRST, BG, RO));
        CASE.by(BG, CASE.her.submitted(FIRST)).by(RO, CASE.her.received(FIRST), CASE.her.accepted(FIRST, RO));
        CASE.by(
                Actor.CLOCK,
                new DeadlineEscalated(CASE.caseId, FIRST, TimeLimit.PREPARATION, deadline(TimeLimit.PREPARATION)));
        CASE.by(BG, CASE.her.departed(FIRST)).by(RO, CASE.her.arrived(FIRST));
        CASE.by(BG, CASE.her.acknowledged(FIRST, Side.SENDING));
        CASE.by(RO, CASE.her.acknowledged(FIRST, Side.RECEIVING), CASE.her.custodyMoved(FIRST, BG, RO));
        CASE.by(RO, CASE.her.needsAssessed(null)).visible();
    }

    @AfterAll
    static void close() {
        CASE.close();
    }

    private static JsonNode steps(CountryCode country) {
        return CASE.auditor(country, "/history").get("items");
    }

    private static JsonNode step(CountryCode country, long version) {
        return steps(country)
                .valueStream()
                .filter(step -> step.get("version").asLong() == version)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theHolderIsToldEveryStep_inTheWordsOfItsTimeline() {
        JsonNode timeline =
                CASE.auditor(RO, "/api/cases/" + CASE.caseId + "/timeline").get("items");
        assertThat(texts(steps(RO), "/sentence").toList())
                .hasSize(13)
                .isEqualTo(texts(timeline, "/sentence").toList());
    }

    @Test
    void aStepSaysWhoActed_onWhatAuthority_andByWhichRules() {
        JsonNode step = step(BG, 4);
        assertThat(step.get("event").asString()).isEqualTo("trm.case.ReferralSubmitted");
        assertThat(step.at("/who/id").asString()).isEqualTo(Scene.ACTING.toString());
        assertThat(step.at("/who/country").asString()).isEqualTo("BG");
        assertThat(step.at("/who/organisation").asString()).isEqualTo("BG-NRM");
        assertThat(step.at("/who/role").asString()).isEqualTo("NATIONAL_FOCAL_POINT");
        assertThat(step.at("/authority/act").asString()).isEqualTo(EventLog.ACT.toString());
        assertThat(step.at("/authority/correlationId").asString()).isEqualTo(EventLog.ROOT.toString());
        assertThat(step.at("/authority/causationId").asString()).isEqualTo("cause");
        assertThat(step.get("rules").asString()).isEqualTo("1");
        assertThat(step.get("timeLimit").isNull()).isTrue();
    }

    @Test
    void aStepOfTheClockSaysWhichTimeLimitPassed() {
        JsonNode step = step(RO, 7);
        assertThat(step.at("/who/kind").asString()).isEqualTo("CLOCK");
        assertThat(step.get("timeLimit").asString()).isEqualTo("PREPARATION");
    }

    @Test
    void aStepSaysWhatItChanged() {
        assertThat(changes(step(BG, 4)))
                .contains("/stage 'IDENTIFICATION' 'TRANSFER_REQUESTED'")
                .contains("/referrals/" + FIRST + "/state 'DRAFT' 'SUBMITTED'")
                .anyMatch(line -> line.matches("/deadlines/DRAFT:" + FIRST + " \\{.*} null"))
                .anyMatch(line -> line.matches("/deadlines/ACKNOWLEDGEMENT:" + FIRST + " null \\{.*}"));
        assertThat(changes(step(RO, 12))).contains("/relation 'ADDRESSED' 'HOLDER'", "/responsible/country 'BG' 'RO'");
        assertThat(changes(step(BG, 12)))
                .contains("/relation 'HOLDER' 'FORMER_HOLDER'", "/responsible/country 'BG' 'RO'");
    }

    @Test
    void aStateIsTheOneThatWasToldAsOfItsVersion() {
        for (CountryCode country : List.of(BG, RO)) {
            for (JsonNode step : steps(country)) {
                String then = "/api/cases/" + CASE.caseId + "?asOf=" + step.get("version");
                if (step.get("state").isNull()) {
                    assertThat(CASE.asked(Role.AUDITOR, country, then).statusCode())
                            .isEqualTo(404);
                } else {
                    assertThat(step.get("state")).isEqualTo(CASE.auditor(country, then));
                }
            }
        }
    }

    /** What a country did not know yet it is not told in hindsight: Romania was asked by the fourth event. */
    @Test
    void aCountryIsToldWhatItSees_andNoStateOfATimeAtWhichItKnewOfNoCase() {
        assertThat(texts(steps(BG), "/version").toList())
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
        assertThat(step(RO, 1).get("state").isNull()).isTrue();
        assertThat(step(RO, 4).at("/state/relation").asString()).isEqualTo("ADDRESSED");
    }

    @Test
    void nothingIsToldOfThePerson() {
        for (JsonNode step : steps(RO)) {
            assertThat(step.at("/state/minimalDataSet").isObject()).isFalse();
            assertThat(step.get("changes").toString()).doesNotContain("/minimalDataSet/", "/minor");
        }
    }

    @Test
    void pagesMakeTheWhole() {
        List<JsonNode> whole = new ArrayList<>();
        String path = "/history?limit=5";
        while (!path.isEmpty()) {
            JsonNode page = CASE.auditor(RO, path);
            page.get("items").forEach(whole::add);
            path = page.get("next").asString("");
        }
        assertThat(whole).isEqualTo(steps(RO).valueStream().toList());
    }

    @Test
    void aStepSaysWhichLeafOfTheSealedLogItIs() {
        await().atMost(20, SECONDS).untilAsserted(() -> {
            JsonNode leaves =
                    CASE.auditor(RO, "/api/cases/" + CASE.caseId + "/leaves").get("items");
            assertThat(leaves).hasSize(13);
            assertThat(texts(steps(RO), "/leaf").toList())
                    .isEqualTo(texts(leaves, "/leaf").toList());
        });
    }

    @Test
    void itIsForAuditorsOfCountriesThatHaveToDoWithTheCase() {
        assertThat(CASE.asked(Role.NATIONAL_FOCAL_POINT, BG, "/history").statusCode())
                .isEqualTo(403);
        assertThat(CASE.asked(Role.AUDITOR, DE, "/history").statusCode()).isEqualTo(404);
    }

    @Test
    void whoActedIsNotToldWhereItWouldTellWhichOtherCountryHadAPart() {
        try (Replayed other = new Replayed()) {
            other.by(BG, other.her.opened(), other.her.drafted(FIRST, BG, RO), other.her.submitted(FIRST));
            other.by(
                    RO,
                    new ReferralForwarded(other.caseId, FIRST, DE, SECOND),
                    other.her.drafted(SECOND, ReferralKind.CUSTODY_TRANSFER, BG, DE, FIRST));
            other.by(BG, other.her.submitted(SECOND)).visible();
            JsonNode drafted = other.auditor(DE, "/history").at("/items/1");
            assertThat(drafted.get("version").asLong()).isEqualTo(5);
            assertThat(drafted.at("/who/kind").asString()).isEqualTo("PERSON");
            assertThat(drafted.at("/who/id").isNull()).isTrue();
            assertThat(drafted.at("/who/country").isNull()).isTrue();
            assertThat(drafted.get("authority").isNull()).isTrue();
            assertThat(drafted.toString()).doesNotContain("RO");
        }
    }
}
