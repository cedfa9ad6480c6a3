package org.trm.query.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.query.audit.replay.Replayed.texts;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.DE;
import static org.trm.query.sample.Happenings.RO;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Role;
import org.trm.events.types.Side;
import tools.jackson.databind.JsonNode;

/** An auditor asks what a country knew of a case when something was decided: never what it came to know later. */
class KnownTest {
    private static final ReferralId REFERRAL = new ReferralId(new UUID(2, 1));
    private static final Replayed CASE = new Replayed();

    /** Romania is asked by the fourth event, accepts by the sixth, and is responsible from the eleventh on. */
    @BeforeAll
    static void record() {
        opened(BG, "HEALTH_NOTE");
        CASE.by(BG, CASE.her.opened(), CASE.her.needsAssessed(null), CASE.her.drafted(REFERRAL, BG, RO));
        CASE.by(BG, CASE.her.submitted(REFERRAL)).by(RO, CASE.her.received(REFERRAL), CASE.her.accepted(REFERRAL, RO));
        CASE.by(BG, CASE.her.departed(REFERRAL));
        opened(RO, "IDENTITY");
        CASE.by(RO, CASE.her.arrived(REFERRAL)).by(BG, CASE.her.acknowledged(REFERRAL, Side.SENDING));
        CASE.by(RO, CASE.her.acknowledged(REFERRAL, Side.RECEIVING), CASE.her.custodyMoved(REFERRAL, BG, RO));
        opened(RO, "CONTACT");
        CASE.visible();
    }

    @AfterAll
    static void close() {
        CASE.close();
    }

    private static void opened(CountryCode country, String field) {
        JdbcClient.create(CASE.database)
                .sql("""
                        INSERT INTO reads.opening
                            (opened_at, case_id, version, reader, issuer, role, country, organisation, purpose, fields,
                             document, legal_ground)
                        VALUES (?, ?, 1, ?, 'test', 'COMPETENT_AUTHORITY', ?, ?, 'ASSISTANCE', ?, NULL, 'OWN_TASK')""")
                .param(Timestamp.from(Instant.now()))
                .param(CASE.caseId.value())
                .param(UUID.randomUUID())
                .param(country.value())
                .param(country + "-NRM")
                .param(new String[] {field})
                .update();
    }

    private static JsonNode known(CountryCode auditor, String question) {
        return CASE.auditor(auditor, "/known" + question);
    }

    private static List<String> shown(JsonNode known) {
        return known.get("shown")
                .valueStream()
                .map(event -> event.get("version") + " since " + event.get("since"))
                .toList();
    }

    private static void assertRefused(CountryCode auditor, String question, String parameter) {
        HttpResponse<String> answer = CASE.asked(Role.AUDITOR, auditor, "/known" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(parameter);
    }

    @Test
    void whenItDecidedACountryKnewWhatItHadBeenShown_fromItsSubmissionOn() {
        JsonNode known = known(RO, "?version=6");
        assertThat(known.get("country").asString()).isEqualTo("RO");
        assertThat(known.get("relation").asString()).isEqualTo("ADDRESSED");
        assertThat(shown(known))
                .contains("1 since 4", "3 since 4", "4 since 4", "5 since 5")
                .noneMatch(line -> line.startsWith("6 "));
        assertThat(texts(known.get("shown"), "/sentence").toList())
                .isSubsetOf(texts(CASE.auditor(RO, "/history").get("items"), "/sentence")
                        .toList());
    }

    @Test
    void beforeItWasAskedItKnewNothing() {
        JsonNode known = known(RO, "?version=4");
        assertThat(known.get("relation").asString()).isEqualTo("NONE");
        assertThat(known.get("shown")).isEmpty();
        assertThat(known.get("entitledTo")).isEmpty();
    }

    @Test
    void whatItMightOpenFollowsFromWhatItWasToTheCase() {
        assertThat(known(RO, "?version=6").get("entitledTo")).isEmpty();
        assertThat(texts(known(RO, "?version=8").get("entitledTo"), "").toList())
                .contains("IDENTITY", "HANDOVER_NOTE")
                .doesNotContain("CONTACT", "HEALTH_NOTE");
        assertThat(texts(known(BG, "?version=8").get("entitledTo"), "").toList())
                .contains("IDENTITY", "CONTACT", "HEALTH_NOTE");
    }

    @Test
    void whatItHadOpenedByThenIsToldByField_roleAndPurpose_andNothingOfLater() {
        assertThat(known(RO, "?version=7").get("opened")).isEmpty();
        JsonNode opened = known(RO, "?version=8").get("opened");
        assertThat(opened).hasSize(1);
        assertThat(texts(opened.get(0).get("fields"), "").toList()).containsExactly("IDENTITY");
        assertThat(opened.at("/0/role").asString()).isEqualTo("COMPETENT_AUTHORITY");
        assertThat(opened.at("/0/purpose").asString()).isEqualTo("ASSISTANCE");
    }

    @Test
    void whoIsResponsibleAsksOfEveryCountry_andIsNotToldWhatNeverGoesToAnother() {
        JsonNode known = known(RO, "?country=BG&version=11");
        assertThat(known.get("relation").asString()).isEqualTo("HOLDER");
        assertThat(shown(known)).contains("2 since 2");
        assertThat(known.get("opened")).isEmpty();
        assertThat(known(BG, "?version=11").get("opened")).hasSize(1);
        assertThat(known(RO, "?country=DE&version=11").get("shown")).isEmpty();
    }

    @Test
    void anotherCountryAsksOnlyOfItself() {
        assertRefused(BG, "?country=RO&version=6", "?country");
        assertThat(CASE.asked(Role.AUDITOR, DE, "/known").statusCode()).isEqualTo(404);
    }

    @Test
    void itIsAskedOfAStepThatTheAuditorIsToldOf_andOfTheLastOneWhereNoneIsNamed() {
        assertRefused(BG, "?version=99", "?version");
        assertThat(known(BG, "").get("version").asLong()).isEqualTo(11);
    }
}
