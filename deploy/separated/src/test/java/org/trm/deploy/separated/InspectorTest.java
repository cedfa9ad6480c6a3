package org.trm.deploy.separated;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a mechanism could do wrong, the one who judges it would see: one case that was handed over, and one in transit. */
class InspectorTest {
    private static final String MOVED = "0192f0c1-0000-7000-8000-000000000001";
    private static final String MISSED = "0192f0c1-0000-7000-8000-000000000002";
    private static final Instant PLANNED = Instant.parse("2026-03-01T10:00:00Z");

    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<JsonNode> moved = new ArrayList<>();
    private final List<JsonNode> missed = new ArrayList<>();
    private final List<JsonNode> custodies = new ArrayList<>(List.of(
            json("{'country': 'BG', 'sinceVersion': 1, 'untilVersion': 4}"),
            json("{'country': 'RO', 'sinceVersion': 4}")));
    private long time;

    InspectorTest() {
        done(Login.BG_FOCAL_POINT, MOVED, "", 1, moved);
        done(Login.BG_FOCAL_POINT, MOVED, "/needs", 2, moved);
        done(Login.BG_FOCAL_POINT, MOVED, "/referrals/1/handover", 3, moved);
        done(Login.RO_FOCAL_POINT, MOVED, "/referrals/1/handover", 4, moved);
        done(Login.RO_FOCAL_POINT, MOVED, "/needs", 5, moved);
        done(Login.BG_FOCAL_POINT, MISSED, "", 1, missed);
        done(Login.BG_FOCAL_POINT, MISSED, "/referrals/2/departure", 2, missed);
        passed(missed, 3, PLANNED.plusSeconds(3600));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    /** An act that is answered, and stands in the history. */
    private void done(Login login, String caseId, String path, long version, List<JsonNode> history) {
        acknowledged(login, caseId, path, version, ++time, ++time);
        recorded(history, version);
    }

    private void acknowledged(Login login, String caseId, String path, long version, long sent, long answered) {
        String body = "{'plannedArrival': '%s'}".formatted(PLANNED).replace('\'', '"');
        Act act = new Act(
                login, "/api/cases/" + caseId + path, body, UUID.randomUUID().toString(), 0);
        exchanges.add(new Exchange(act, act.path(), sent, answered, answer(caseId, version, "")));
    }

    private static Answer answer(String caseId, long version, String more) {
        JsonNode body = json("{'caseId': '%s', 'version': %s%s}".formatted(caseId, version, more));
        return new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    }

    private static void recorded(List<JsonNode> history, long version) {
        history.add(json("{'version': %s, 'who': {'kind': 'PERSON'}, 'authority': {'act': '%s'}}"
                .formatted(version, UUID.randomUUID())));
    }

    private static void passed(List<JsonNode> history, long version, Instant at) {
        history.add(json("{'version': %s, 'at': '%s', 'who': {'kind': 'CLOCK'}, 'timeLimit': 'ARRIVAL'}"
                .formatted(version, at)));
    }

    private Inspector inspector() {
        Chronicle first = new Chronicle(MOVED, moved, custodies);
        Chronicle second = new Chronicle(MISSED, missed, List.of(json("{'country': 'BG', 'sinceVersion': 1}")));
        return new Inspector(exchanges, Map.of(MOVED, first, MISSED, second));
    }

    private static void found(ThrowingCallable judgement) {
        assertThatThrownBy(judgement).isInstanceOf(AssertionError.class);
    }

    @Test
    void nothing_is_found_where_nothing_is_wrong() {
        Inspector inspector = inspector();
        assertThatCode(() -> {
                    inspector.everyActIsThereOnce();
                    inspector.everyLimitPassedOnce();
                    inspector.oneCountryIsResponsible();
                    inspector.whatWasKnownBeforeCameBefore();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void an_act_that_was_acknowledged_and_is_lost() {
        acknowledged(Login.RO_FOCAL_POINT, MOVED, "/indicators", 6, ++time, ++time);
        found(inspector()::everyActIsThereOnce);
    }

    @Test
    void an_act_that_happened_twice() {
        recorded(moved, 6);
        found(inspector()::everyActIsThereOnce);
    }

    @Test
    void a_version_that_is_missing() {
        moved.remove(1);
        found(inspector()::everyActIsThereOnce);
    }

    @Test
    void a_case_that_is_not_shown() {
        acknowledged(Login.BG_FOCAL_POINT, UUID.randomUUID().toString(), "", 1, ++time, ++time);
        found(inspector()::everyActIsThereOnce);
    }

    @Test
    void a_limit_that_passed_twice() {
        passed(missed, 4, PLANNED.plusSeconds(3700));
        found(inspector()::everyLimitPassedOnce);
    }

    @Test
    void a_limit_that_never_passed() {
        missed.remove(2);
        found(inspector()::everyLimitPassedOnce);
    }

    @Test
    void a_limit_that_passed_too_early() {
        missed.remove(2);
        passed(missed, 3, PLANNED.plusSeconds(3599));
        found(inspector()::everyLimitPassedOnce);
    }

    @Test
    void two_countries_that_were_responsible_at_once() {
        acknowledged(Login.BG_FOCAL_POINT, MOVED, "/needs", 6, ++time, ++time);
        found(inspector()::oneCountryIsResponsible);
    }

    @Test
    void a_time_at_which_no_country_was_responsible() {
        custodies.set(1, json("{'country': 'RO', 'sinceVersion': 5}"));
        found(inspector()::oneCountryIsResponsible);
    }

    @Test
    void responsibility_that_moved_by_itself() {
        exchanges.removeIf(exchange -> exchange.path().endsWith("/handover"));
        found(inspector()::oneCountryIsResponsible);
    }

    @Test
    void a_reader_who_is_told_another_country() {
        exchanges.add(new Exchange(
                null, "/api/cases/" + MOVED, ++time, ++time, answer(MOVED, 5, ", 'responsible': {'country': 'BG'}")));
        found(inspector()::oneCountryIsResponsible);
    }

    @Test
    void an_act_that_came_before_one_that_was_known_when_it_was_begun() {
        acknowledged(Login.RO_FOCAL_POINT, MOVED, "/indicators", 7, ++time, ++time);
        acknowledged(Login.RO_FOCAL_POINT, MOVED, "/indicators", 6, ++time, ++time);
        found(inspector()::whatWasKnownBeforeCameBefore);
    }

    @Test
    void a_reader_who_is_told_less_than_she_asked_for() {
        exchanges.add(
                new Exchange(null, "/api/cases/" + MOVED + "?atLeastVersion=5", ++time, ++time, answer(MOVED, 4, "")));
        found(inspector()::whatWasKnownBeforeCameBefore);
    }
}
