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
    private static final String DUE = "2026-03-02T12:00:00Z";
    private static final String UNTIL = "2026-03-03T12:00:00Z";

    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final String SENDER = SERVICE.issuer.token("sender", "BG-NRM", Role.NATIONAL_FOCAL_POINT);

    @BeforeAll
    static void record() {
        Happenings of = new Happenings(CASE);
        Instant told = NOON.plusSeconds(86_400 + 1_800);
        record(1, NOON, of.opened(), of.drafted(SENT, BG, RO), of.submitted(SENT));
        record(4, told, new DeadlineEscalated(CASE, SENT, TimeLimit.ACKNOWLEDGEMENT, onlyTheLapseIsLeft()));
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
        assertDue(read("/api/referrals").at("/items/0"));
        assertDue(JsonMapper.shared().readTree(text("/api/referrals", "Accept", "application/x-ndjson")));
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

    private static void assertOverdue(String asOf, boolean overdue) {
        JsonNode limit = read("/api/cases/" + CASE + "/referrals?asOf=" + asOf).at("/referrals/0/deadline");
        JsonNode line = read("/api/referrals?asOf=" + asOf).at("/items/0");
        assertThat(List.of(limit, line)).allSatisfy(told -> {
            assertDue(told);
            assertThat(told.get("overdue").booleanValue()).isEqualTo(overdue);
        });
    }
}
