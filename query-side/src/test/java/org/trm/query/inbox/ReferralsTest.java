package org.trm.query.inbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.NOON;
import static org.trm.query.sample.Happenings.RO;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.Deadline;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.Role;
import org.trm.events.types.TimeLimit;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import org.trm.query.rebuild.Watch;
import org.trm.query.sample.Happenings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Referrals over HTTP: of one that was sent the coordinators have been told, half an hour late; another is a draft. */
class ReferralsTest {
    private static final CaseId CASE = new CaseId(UUID.randomUUID());
    private static final ReferralId SENT = new ReferralId(UUID.randomUUID());
    private static final ReferralId DRAFTED = new ReferralId(UUID.randomUUID());
    private static final String DUE = "2026-03-02T12:00:00Z";
    private static final String UNTIL = "2026-03-03T12:00:00Z";

    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final String SENDER = SERVICE.issuer.token("sender", "BG-NRM", Role.NATIONAL_FOCAL_POINT);

    private static final String RECEIVER = SERVICE.issuer.token("receiver", "RO-NRM", Role.NATIONAL_FOCAL_POINT);
    private static final String STRANGER = SERVICE.issuer.token("stranger", "DE-NRM", Role.NATIONAL_FOCAL_POINT);

    @BeforeAll
    static void record() {
        Happenings of = new Happenings(CASE);
        Instant told = NOON.plusSeconds(86_400 + 1_800);
        record(1, NOON, of.opened(), of.drafted(SENT, BG, RO), of.submitted(SENT));
        record(4, told, new DeadlineEscalated(CASE, SENT, TimeLimit.ACKNOWLEDGEMENT, onlyTheLapseIsLeft()));
        record(5, told, of.drafted(DRAFTED, ReferralKind.INFORMATION_OR_SERVICE, BG, RO, null));
        await().atMost(30, SECONDS)
                .until(() -> SERVICE.bean(Watch.class).all().stream().allMatch(view -> view.lagEvents() == 0));
    }

    private static Deadline onlyTheLapseIsLeft() {
        Instant lapse = Instant.parse(UNTIL);
        return new Deadline(TimeLimit.ACKNOWLEDGEMENT, NOON, lapse, lapse, new ProcedureVersion(BG, 1));
    }

    private static void record(long version, Instant at, CaseEvent... events) {
        List<Recorded<CaseEvent>> recorded = new ArrayList<>();
        for (CaseEvent event : events) {
            recorded.add(new Recorded<>(event, version + recorded.size(), at, Actor.CLOCK));
        }
        LOG.append(recorded);
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    private static String text(String path, String... headers) {
        var answer = SERVICE.get(SENDER, path, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode read(String path) {
        return JsonMapper.shared().readTree(text(path));
    }

    private static void assertDue(JsonNode limit) {
        assertThat(limit.path("due").asString()).isEqualTo(DUE);
        assertThat(limit.path("until").asString()).isEqualTo(UNTIL);
    }

    @Test
    void theInboxTellsByWhenAnAnswerIsDue_andUntilWhenOneCanStillBeGiven() {
        assertDue(read("/api/referrals?state=SUBMITTED").at("/items/0"));
        assertDue(
                JsonMapper.shared().readTree(text("/api/referrals?state=SUBMITTED", "Accept", "application/x-ndjson")));
        assertThat(text("/api/referrals", "Accept", "text/csv").lines().findFirst())
                .hasValueSatisfying(columns -> assertThat(columns).contains("timeLimit,due,until,overdue"));
    }

    @Test
    void aCaseAndItsReferralsTellItToo() {
        assertDue(read("/api/cases/" + CASE + "/referrals").at("/referrals/0/deadline"));
        assertDue(read("/api/cases/" + CASE).get("deadlines").get(1));
        assertThat(read("/api/cases").at("/items/0/due").asString()).isEqualTo(DUE);
    }

    @Test
    void itIsOverdueFromTheDueMomentOn_andWasNotBefore() {
        assertOverdue("2026-03-02T11:59:59Z", false);
        assertOverdue(DUE, true);
        assertOverdue("2026-03-02T13:00:00Z", true);
    }

    @Test
    void anAddressOfOneReferralTellsItAsTheCaseDoes() {
        JsonNode inCase = read("/api/cases/" + CASE + "/referrals").at("/referrals/0");
        assertThat(read(address(SENT))).isEqualTo(inCase);
        assertThat(read(address(SENT) + "?atLeastVersion=4")).isEqualTo(inCase);
        assertThat(read(address(SENT) + "?asOf=2").get("state").stringValue()).isEqualTo("DRAFT");
        String tag =
                SERVICE.get(SENDER, address(SENT)).headers().firstValue("ETag").orElseThrow();
        assertThat(SERVICE.get(SENDER, address(SENT), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aReferralThatOneMayNotSeeIsAnsweredLikeOneThatIsNone() {
        assertThat(SERVICE.get(RECEIVER, address(SENT)).statusCode()).isEqualTo(200);
        assertThat(SERVICE.get(SENDER, address(DRAFTED)).statusCode()).isEqualTo(200);
        String none = problem(RECEIVER, address(new ReferralId(UUID.randomUUID())));
        assertThat(none).contains("NO_SUCH_RESOURCE");
        assertThat(problem(RECEIVER, address(DRAFTED))).isEqualTo(none);
        assertThat(problem(SENDER, address(SENT) + "?asOf=1")).isEqualTo(none);
        assertThat(problem(SENDER, "/api/cases/" + CASE + "/referrals/1")).isEqualTo(none);
        assertThat(problem(STRANGER, address(SENT))).contains("UNKNOWN_CASE");
    }

    private static String address(ReferralId referralId) {
        return "/api/cases/" + CASE + "/referrals/" + referralId;
    }

    private static String problem(String reader, String path) {
        var answer = SERVICE.get(reader, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        return answer.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private static void assertOverdue(String asOf, boolean overdue) {
        JsonNode limit = read("/api/cases/" + CASE + "/referrals?asOf=" + asOf).at("/referrals/0/deadline");
        JsonNode line = read("/api/referrals?state=SUBMITTED&asOf=" + asOf).at("/items/0");
        assertThat(List.of(limit, line)).allSatisfy(told -> {
            assertDue(told);
            assertThat(told.get("overdue").booleanValue()).isEqualTo(overdue);
        });
    }
}
