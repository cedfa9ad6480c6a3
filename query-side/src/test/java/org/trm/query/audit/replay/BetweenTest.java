package org.trm.query.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.query.audit.replay.Replayed.changes;
import static org.trm.query.audit.replay.Replayed.texts;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.DE;
import static org.trm.query.sample.Happenings.RO;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trm.events.CaseEvent;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Role;
import tools.jackson.databind.JsonNode;

/** An auditor compares a case at two moments. */
class BetweenTest {
    private static final ReferralId REFERRAL = new ReferralId(new UUID(2, 1));
    private static final Replayed CASE = new Replayed();

    /** Romania is responsible from the tenth event on. */
    @BeforeAll
    static void record() {
        CASE.by(BG, CASE.her.opened());
        for (CaseEvent event : CASE.her.handover(REFERRAL, BG, RO)) {
            CASE.by(BG, event);
        }
        CASE.by(RO, CASE.her.needsAssessed(null)).visible();
    }

    @AfterAll
    static void close() {
        CASE.close();
    }

    private static JsonNode between(CountryCode country, String question) {
        return CASE.auditor(country, "/difference" + question);
    }

    private static void assertRefused(CountryCode country, String question, int status, String parameter) {
        HttpResponse<String> answer = CASE.asked(Role.AUDITOR, country, "/difference" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(parameter);
    }

    @Test
    void betweenTwoVersionsLiesWhatChanged_andWhatHappened() {
        JsonNode between = between(BG, "?from=2&to=4");
        assertThat(changes(between))
                .contains("/referrals/" + REFERRAL + "/state 'DRAFT' 'RECEIVED'")
                .noneMatch(line -> line.startsWith("/relation"));
        assertThat(texts(between.get("steps"), "/act").toList())
                .containsExactly("trm.case.ReferralSubmitted", "trm.case.ReceiptAcknowledged");
        assertThat(between.at("/from/version").asLong()).isEqualTo(2);
        assertThat(between.at("/to/state")).isEqualTo(CASE.auditor(BG, "/api/cases/" + CASE.caseId + "?asOf=4"));
    }

    @Test
    void aMomentMayBeAnInstant() {
        String at = CASE.auditor(RO, "/history").at("/items/9/at").asString();
        assertThat(between(RO, "?from=" + at).at("/from/version").asLong()).isBetween(10L, 11L);
    }

    @Test
    void withoutMomentsItIsTheWholeCase() {
        JsonNode whole = between(RO, "");
        assertThat(whole.at("/from/version").asLong()).isZero();
        assertThat(whole.at("/from/state").isNull()).isTrue();
        assertThat(whole.at("/to/version").asLong()).isEqualTo(11);
        assertThat(whole.get("steps")).hasSize(11);
    }

    /** Bulgaria is told nothing of what Romania did once it was responsible. */
    @Test
    void aCountryIsToldOnlyWhatItSees() {
        JsonNode whole = between(BG, "");
        assertThat(whole.at("/to/version").asLong()).isEqualTo(10);
        assertThat(whole.get("steps")).hasSize(10);
        assertRefused(BG, "?to=11", 404, "UNKNOWN_CASE");
        assertRefused(DE, "", 404, "UNKNOWN_CASE");
    }

    /** Romania knew nothing until the third event; what went before it learned with it. */
    @Test
    void whatACountryDidNotKnowIsNoStateOfItsOwn() {
        JsonNode between = between(RO, "?from=2&to=3");
        assertThat(between.at("/from/version").asLong()).isZero();
        assertThat(between.at("/from/state").isNull()).isTrue();
        assertThat(between.at("/to/state/relation").asString()).isEqualTo("ADDRESSED");
        assertThat(texts(between.get("steps"), "/version").toList()).containsExactly("1", "2", "3");
    }

    @Test
    void momentsAreInOrder_andNoneIsStillToCome() {
        assertRefused(BG, "?from=4&to=2", 400, "?to");
        assertRefused(BG, "?from=2100-01-01T00:00:00Z", 400, "?from");
        assertRefused(BG, "?to=2100-01-01T00:00:00Z", 400, "?to");
        assertRefused(BG, "?to=yesterday", 400, "must be an instant");
    }
}
