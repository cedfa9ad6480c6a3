package org.trm.query.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.RO;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import org.trm.query.rebuild.Watch;
import org.trm.query.sample.Happenings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Lists over HTTP: page by page nothing is lost and nothing told twice, whatever is recorded meanwhile. */
class ListsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CsvMapper CSV = CsvMapper.builder().build();
    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Actor SOMEBODY = new Actor(
            ActorKind.PERSON, new UUID(9, 9), "issuer", Happenings.organisation(BG), BG, Role.NATIONAL_FOCAL_POINT);

    private static final int CASES = 23;

    /** A case has two referrals. */
    private static final int REFERRALS = 2 * CASES;

    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final String FOCAL_POINT = SERVICE.issuer.token("somebody", "BG-NRM", Role.NATIONAL_FOCAL_POINT);
    private static final List<CaseId> KNOWN = new ArrayList<>();

    @BeforeAll
    static void record() {
        IntStream.range(0, CASES).forEach(n -> KNOWN.add(recorded(THEN.plusMillis(n / 5))));
        everythingIsSeen();
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    /** A case of which everything was recorded at one moment, as of others that were opened then. */
    private static CaseId recorded(Instant at) {
        Happenings of = new Happenings(new CaseId(UUID.randomUUID()));
        ReferralId first = new ReferralId(UUID.randomUUID());
        ReferralId second = new ReferralId(UUID.randomUUID());
        List<CaseEvent> events =
                List.of(of.opened(), of.drafted(first, BG, RO), of.submitted(first), of.drafted(second, BG, RO));
        record(1, at, events);
        return of.id();
    }

    private static void record(long version, Instant at, List<CaseEvent> events) {
        List<Recorded<CaseEvent>> recorded = new ArrayList<>();
        for (CaseEvent event : events) {
            recorded.add(new Recorded<>(event, version + recorded.size(), at, SOMEBODY));
        }
        LOG.append(recorded);
    }

    private static void everythingIsSeen() {
        await().atMost(30, SECONDS)
                .until(() -> SERVICE.bean(Watch.class).all().stream().allMatch(view -> view.lagEvents() == 0));
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return SERVICE.get(FOCAL_POINT, path, headers);
    }

    private static JsonNode page(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /**
     * One after the other, as the next link says.
     *
     * @param between what happens after the n-th page
     * @return the values of a field of all lines
     */
    private static List<String> followed(String path, int limit, String field, IntConsumer between) {
        List<String> values = new ArrayList<>();
        String next = path + (path.contains("?") ? "&" : "?") + "limit=" + limit;
        for (int n = 1; next != null; n++) {
            JsonNode page = page(next);
            List<String> here = values(page, field);
            next = page.get("next").isNull() ? null : page.get("next").stringValue();
            assertThat(here).hasSizeBetween(1, limit);
            assertThat(next == null || here.size() == limit).isTrue();
            values.addAll(here);
            between.accept(n);
        }
        return values;
    }

    private static List<String> values(JsonNode page, String field) {
        return page.get("items")
                .valueStream()
                .map(line -> line.get(field).asString())
                .toList();
    }

    private static String next(String path) {
        return page(path).get("next").stringValue();
    }

    private static String cursor(String path) {
        return next(path).replaceFirst(".*cursor=([^&]*).*", "$1");
    }

    private static List<String> whole(String path, String field) {
        return followed(path, 200, field, page -> {});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 7})
    void casesThatCameAtOneMomentAreEachListedOnce(int limit) {
        List<String> whole = whole("/api/cases", "caseId");
        assertThat(whole)
                .doesNotHaveDuplicates()
                .containsAll(KNOWN.stream().map(CaseId::toString).toList());
        assertThat(followed("/api/cases", limit, "caseId", page -> {})).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?direction=outgoing", "?state=DRAFT", "?overdue=true&direction=outgoing&state=SUBMITTED"})
    void referralsOfOneMomentAreEachListedOnceWhateverIsAsked(String question) {
        List<String> whole = whole("/api/referrals" + question, "referralId");
        assertThat(whole).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(CASES);
        assertThat(followed("/api/referrals" + question, 3, "referralId", page -> {}))
                .isEqualTo(whole);
    }

    @Test
    void referralsOfThePastAreEachListedOnce() {
        String question = "/api/referrals?asOf=" + THEN.plusSeconds(1);
        List<String> whole = whole(question, "referralId");
        assertThat(whole).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(REFERRALS);
        assertThat(followed(question, 7, "referralId", page -> {})).isEqualTo(whole);
    }

    @Test
    void whatIsRecordedBetweenTwoPagesTakesNothingAwayAndTellsNothingTwice() {
        Stream.of("caseId in /api/cases", "referralId in /api/referrals").forEach(list -> {
            String field = list.split(" in ")[0];
            String path = list.split(" in ")[1];
            List<String> before = whole(path, field);
            List<String> followed = followed(path, 6, field, page -> {
                if (page == 2) {
                    recorded(Instant.now());
                    record(5, THEN.plusSeconds(5), List.of(new Happenings(KNOWN.get(0)).needsAssessed(null)));
                    KNOWN.remove(0);
                    everythingIsSeen();
                }
            });
            assertThat(followed).as(list).isEqualTo(before);
        });
    }

    @Test
    void aTimelineIsToldWholeThoughItGoesOnBetweenItsPages() {
        CaseId caseId = recorded(THEN);
        everythingIsSeen();
        String path = "/api/cases/" + caseId + "/timeline";
        Happenings of = new Happenings(caseId);
        List<String> followed = followed(path, 2, "version", page -> {
            if (page == 1) {
                record(5, THEN.plusSeconds(1), List.of(of.needsAssessed(null), of.needsAssessed(5L)));
                everythingIsSeen();
            }
        });
        assertThat(followed)
                .isEqualTo(LongStream.rangeClosed(1, 6).mapToObj(Long::toString).toList());
    }

    private static Stream<String> lists() {
        return Stream.of("/api/cases", "/api/referrals", "/api/cases/" + KNOWN.get(KNOWN.size() - 1) + "/timeline");
    }

    private static void assertMalformed(String parameter, String path, String... headers) {
        HttpResponse<String> answer = get(path, headers);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("code").stringValue()).isEqualTo("MALFORMED_PARAMETER");
        assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("?" + parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "ten", "1.5", "99999999999"})
    void aLimitThatIsNoneIsRefused(String limit) {
        lists().forEach(list -> Stream.of("application/json", "text/csv", "application/x-ndjson")
                .forEach(accept -> assertMalformed("limit", list + "?limit=" + limit, "Accept", accept)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "garbage", "AAAA", "MQ", "%F0%9F%98%80", "2026-03-01T12:00:00Z"})
    void aCursorThatIsNoneIsRefused(String cursor) {
        lists().forEach(list -> assertMalformed("cursor", list + "?cursor=" + cursor));
    }

    @Test
    void aCursorThatWasCutOffIsRefused() {
        lists().forEach(list -> {
            String whole = cursor(list + "?limit=3");
            IntStream.range(1, whole.length())
                    .mapToObj(length -> whole.substring(0, length))
                    .forEach(cut -> assertMalformed("cursor", list + "?limit=3&cursor=" + cut));
            assertThat(get(list + "?limit=1&cursor=" + whole).statusCode()).isEqualTo(200);
        });
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        List<String> all = Stream.concat(lists(), Stream.of("/api/cases/" + KNOWN.get(KNOWN.size() - 2) + "/timeline"))
                .toList();
        for (String one : all) {
            String cursor = cursor(one + "?limit=2");
            all.stream()
                    .filter(other -> !other.equals(one))
                    .forEach(other -> Stream.of("application/json", "text/csv")
                            .forEach(accept ->
                                    assertMalformed("cursor", other + "?cursor=" + cursor, "Accept", accept)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/referrals?limit=2, /api/referrals?direction=outgoing",
        "/api/referrals?limit=2&direction=outgoing, /api/referrals?direction=incoming",
        "/api/referrals?limit=2&direction=outgoing, /api/referrals?limit=2",
        "/api/referrals?limit=2, /api/referrals?asOf=2026-03-02T12:00:00Z",
        "/api/cases?limit=2, /api/cases?country=BG",
        "/api/cases?limit=2&country=BG, /api/cases?country=BG&overdue=true"
    })
    void aCursorOfAnotherQuestionIsRefused(String asked, String other) {
        String cursor = cursor(asked);
        assertMalformed("cursor", other + (other.contains("?") ? "&" : "?") + "cursor=" + cursor);
        assertThat(get(asked.replace("limit=2", "limit=9") + "&cursor=" + cursor)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCaseIsFoundByItsReferenceHoweverItIsWritten() {
        String reference = page("/api/cases?limit=1").at("/items/0/reference").stringValue();
        for (String written : List.of(reference, reference.toLowerCase(Locale.ROOT))) {
            assertThat(values(page("/api/cases?reference=" + URLEncoder.encode(written, UTF_8)), "reference"))
                    .containsExactly(reference);
        }
        assertThat(page("/api/cases?reference=BG-7K3M-9QXZ-W").get("items")).isEmpty();
    }

    @Test
    void aReferenceThatIsMisspeltIsRefused() {
        for (String list : List.of("/api/cases?reference=BG-7K3M-9QXZ-4T2V-8", "/api/cases?reference=BG-7K3M-9QXZ-4")) {
            assertMalformed("reference", list);
            assertThat(get(list).body()).contains("a character of this one is wrong");
        }
        assertMalformed("reference", "/api/cases?reference=BG-7K3M");
    }

    @Test
    void anExportIsTheWholeListInItsOrder() {
        lists().forEach(list -> {
            String field = list.endsWith("timeline") ? "version" : "caseId";
            List<String> whole = whole(list, field);
            HttpResponse<String> lines = get(list + "?limit=2", "Accept", "application/x-ndjson");
            assertThat(lines.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
            assertThat(lines.body()).endsWith("}\n");
            assertThat(lines.body()
                            .lines()
                            .map(line -> JSON.readTree(line).get(field).asString()))
                    .isEqualTo(whole);
            HttpResponse<String> table = get(list, "Accept", "text/csv");
            assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
            assertThat(rows(table).stream().map(row -> row.get(field))).isEqualTo(whole);
        });
    }

    private static List<Map<String, String>> rows(HttpResponse<String> table) {
        return CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(table.body())
                .readAll();
    }

    @Test
    void anExportGoesOnFromACursor() {
        String cursor = cursor("/api/cases?limit=4");
        List<String> whole = whole("/api/cases", "caseId");
        assertThat(get("/api/cases?cursor=" + cursor, "Accept", "application/x-ndjson")
                        .body()
                        .lines()
                        .map(line -> JSON.readTree(line).get("caseId").asString()))
                .isEqualTo(whole.subList(4, whole.size()));
    }

    @Test
    void anExportOfNothingHasItsColumnsAndNoLine() {
        String nothing = "/api/cases?stage=CLOSED";
        List<String> table = get(nothing, "Accept", "text/csv").body().lines().toList();
        assertThat(table).singleElement().asString().startsWith("caseId,reference,version,");
        assertThat(get(nothing, "Accept", "application/x-ndjson").body()).isEmpty();
    }
}
