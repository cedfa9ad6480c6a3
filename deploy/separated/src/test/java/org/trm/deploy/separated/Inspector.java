package org.trm.deploy.separated;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges the mechanism by the requests of its clients, by the answers that they were given, and by the history that it tells
 * of each case; of its programs and its database nothing is known here.
 */
final class Inspector {
    /** How long after she was to arrive it is asked after her, by the procedure that Romania has published. */
    private static final Duration ASKED_AFTER = Duration.ofHours(1);

    private final Map<String, Chronicle> cases;
    private final List<Exchange> readings;
    /** Of every act that was acknowledged, by its key. */
    private final Map<String, Done> acts = new HashMap<>();

    /**
     * An act as its client saw it.
     *
     * @param begun when it was sent for the first time
     * @param known when its client first knew what came of it
     */
    private record Done(Act act, String caseId, long version, long begun, long known) {
        boolean onlyForWhoIsResponsible() {
            return act.path().endsWith("/needs");
        }

        String country() {
            return act.login().name().substring(0, 2);
        }
    }

    Inspector(List<Exchange> exchanges, Map<String, Chronicle> cases) {
        this.cases = cases;
        this.readings = exchanges.stream()
                .filter(exchange -> exchange.act() == null && exchange.answer() != null)
                .filter(exchange -> exchange.answer().status() == 200)
                .toList();
        exchanges.stream()
                .filter(exchange -> exchange.act() != null)
                .collect(groupingBy(exchange -> exchange.act().key()))
                .forEach((key, attempts) -> attempts.stream()
                        .filter(Exchange::acknowledges)
                        .min(Comparator.comparing(Exchange::answered))
                        .filter(first -> !first.answer().caseId().isEmpty())
                        .ifPresent(first -> acts.put(key, done(first, attempts))));
    }

    private static Done done(Exchange first, List<Exchange> attempts) {
        long begun = attempts.stream().mapToLong(Exchange::sent).min().orElseThrow();
        return new Done(first.act(), first.answer().caseId(), first.answer().version(), begun, first.answered());
    }

    int acknowledged() {
        return acts.size();
    }

    /** Each act that was acknowledged stands in the history once, where its client was told; nobody else did anything. */
    void everyActIsThereOnce() {
        SoftAssertions softly = new SoftAssertions();
        Map<String, List<Done>> told = acts.values().stream().collect(groupingBy(Done::caseId));
        softly.assertThat(cases.keySet()).as("cases").isEqualTo(told.keySet());
        cases.forEach((caseId, chronicle) -> {
            softly.assertThat(chronicle.steps().stream()
                            .map(step -> step.path("version").asLong()))
                    .as("versions of case %s", caseId)
                    .containsExactlyElementsOf(upTo(chronicle.steps().size()));
            softly.assertThat(ends(chronicle))
                    .as("where the acts of case %s end, against what was acknowledged", caseId)
                    .containsExactlyInAnyOrderElementsOf(told.getOrDefault(caseId, List.of()).stream()
                            .map(Done::version)
                            .toList());
        });
        softly.assertAll();
    }

    /** The version with which each act ended; the events of one act follow each other. */
    private static List<Long> ends(Chronicle chronicle) {
        List<Long> ends = new ArrayList<>();
        Map<String, Long> last = new HashMap<>();
        for (JsonNode step : chronicle.steps()) {
            if (!Chronicle.isOfTheClock(step)) {
                String act = step.path("authority").path("act").asString("of nobody");
                long version = step.path("version").asLong();
                Long before = last.put(act, version);
                if (before != null && before == version - 1) {
                    ends.remove(before);
                }
                ends.add(version);
            }
        }
        return ends;
    }

    /** It was asked after everybody who did not arrive, once; after nobody else, and after nobody too early. */
    void everyLimitPassedOnce() {
        SoftAssertions softly = new SoftAssertions();
        Map<String, Instant> missed = missed();
        softly.assertThat(missed).as("who did not arrive").isNotEmpty();
        cases.forEach((caseId, chronicle) -> {
            List<JsonNode> passed =
                    chronicle.steps().stream().filter(Chronicle::isOfTheClock).toList();
            Instant due = missed.get(caseId);
            softly.assertThat(passed.stream().map(step -> step.path("timeLimit").asString()))
                    .as("limits that passed in case %s, due at %s", caseId, due)
                    .containsExactlyElementsOf(due == null ? List.of() : List.of("ARRIVAL"));
            passed.forEach(
                    step -> softly.assertThat(Instant.parse(step.path("at").asString()))
                            .as("when it was asked after her in case %s", caseId)
                            .isAfterOrEqualTo(due == null ? Instant.MAX : due));
        });
        softly.assertAll();
    }

    /** When it is asked after those who departed, should have arrived, and never did. */
    private Map<String, Instant> missed() {
        return acts.values().stream()
                .filter(done -> done.act().path().endsWith("/departure"))
                .filter(done -> acts.values().stream()
                        .noneMatch(other -> other.caseId().equals(done.caseId())
                                && other.act().path().endsWith("/arrival")))
                .collect(toMap(
                        Done::caseId,
                        done -> Instant.parse(JsonMapper.shared()
                                        .readTree(done.act().body())
                                        .path("plannedArrival")
                                        .asString())
                                .plus(ASKED_AFTER)));
    }

    /**
     * At every version of every case one country was responsible: the custodies follow each other without a gap, responsibility
     * moved by the signature that was acknowledged and by nothing else, whoever did what only that country may was of it, and
     * every answer that named one named that one.
     */
    void oneCountryIsResponsible() {
        SoftAssertions softly = new SoftAssertions();
        cases.values().forEach(chronicle -> custodiesFollowEachOther(softly, chronicle));
        for (Done done : acts.values()) {
            Chronicle chronicle = cases.get(done.caseId());
            if (done.onlyForWhoIsResponsible()) {
                softly.assertThat(done.country())
                        .as("%s made version %s", done.act(), done.version())
                        .isEqualTo(chronicle.responsibleAt(done.version() - 1));
            }
        }
        for (Exchange reading : readings) {
            Chronicle chronicle = cases.get(reading.answer().caseId());
            String named =
                    reading.answer().body().path("responsible").path("country").asString("");
            if (chronicle != null && !named.isEmpty()) {
                softly.assertThat(named)
                        .as("%s at version %s", reading.path(), reading.answer().version())
                        .isEqualTo(chronicle.responsibleAt(reading.answer().version()));
            }
        }
        softly.assertAll();
    }

    private void custodiesFollowEachOther(SoftAssertions softly, Chronicle chronicle) {
        long expected = 1;
        for (JsonNode custody : chronicle.custodies()) {
            softly.assertThat(custody.path("sinceVersion").asLong())
                    .as("custodies of %s", chronicle)
                    .isEqualTo(expected);
            expected = custody.path("untilVersion").asLong();
        }
        softly.assertThat(expected)
                .as("the last custody of %s", chronicle.caseId())
                .isZero();
        List<Long> signed = acts.values().stream()
                .filter(done -> done.caseId().equals(chronicle.caseId()))
                .filter(done -> done.act().path().endsWith("/handover")
                        && done.country().equals("RO"))
                .map(Done::version)
                .toList();
        softly.assertThat(chronicle.custodies().stream()
                        .skip(1)
                        .map(custody -> custody.path("sinceVersion").asLong()))
                .as("when responsibility for %s moved", chronicle.caseId())
                .containsExactlyElementsOf(signed);
    }

    /** Whatever was known before something else was begun came before it, on whichever nodes the two were done. */
    void whatWasKnownBeforeCameBefore() {
        SoftAssertions softly = new SoftAssertions();
        acts.values().stream().collect(groupingBy(Done::caseId)).values().forEach(ofOne -> {
            TreeMap<Long, Done> byVersion = new TreeMap<>();
            ofOne.forEach(done -> byVersion.put(done.version(), done));
            Done knownFirst = null;
            for (Done done : byVersion.descendingMap().values()) {
                softly.assertThat(knownFirst == null || done.begun() <= knownFirst.known())
                        .as("%s was begun after %s was known, and came before it", done, knownFirst)
                        .isTrue();
                knownFirst = knownFirst == null || done.known() < knownFirst.known() ? done : knownFirst;
            }
        });
        for (Exchange reading : readings) {
            int asked = reading.path().indexOf("atLeastVersion=");
            if (asked >= 0) {
                softly.assertThat(reading.answer().version())
                        .as(reading.path())
                        .isGreaterThanOrEqualTo(Long.parseLong(reading.path().substring(asked + 15)));
            }
        }
        softly.assertAll();
    }

    private static List<Long> upTo(int version) {
        List<Long> versions = new ArrayList<>();
        for (long v = 1; v <= version; v++) {
            versions.add(v);
        }
        return versions;
    }
}
