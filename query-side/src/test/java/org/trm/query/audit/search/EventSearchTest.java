package org.trm.query.audit.search;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.DE;
import static org.trm.query.sample.Happenings.RO;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import org.trm.query.rebuild.Watch;
import org.trm.query.sample.Happenings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An auditor finds what happened in all cases that she may see, by whatever she knows of it. */
class EventSearchTest {
    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID OF_BG = new UUID(1, 1);
    private static final UUID OF_RO = new UUID(2, 2);
    private static final CaseId ONE = new CaseId(new UUID(0, 1));
    private static final CaseId ANOTHER = new CaseId(new UUID(0, 2));
    private static final CaseId ABROAD = new CaseId(new UUID(0, 3));
    private static final ReferralId ASKED = new ReferralId(UUID.randomUUID());
    private static final ReferralId FORWARDED = new ReferralId(UUID.randomUUID());

    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final String AUDITOR = auditor("BG");

    /**
     * Bulgaria's first case is asked of Romania, which names Germany as competent; the second goes nowhere; Germany has one of
     * its own. Everything happens a second after what happened before it.
     */
    @BeforeAll
    static void record() {
        Happenings one = new Happenings(ONE);
        record(ONE, 1, 0, by(BG, OF_BG), one.opened(), one.drafted(ASKED, BG, RO), one.submitted(ASKED));
        record(ONE, 4, 3, by(RO, OF_RO), one.received(ASKED));
        record(ONE, 5, 4, by(RO, OF_RO), one.drafted(FORWARDED, ReferralKind.CUSTODY_TRANSFER, BG, DE, ASKED));
        record(ONE, 6, 5, by(BG, OF_BG), one.submitted(FORWARDED));
        Happenings another = new Happenings(ANOTHER);
        record(ANOTHER, 1, 6, by(BG, OF_BG), another.opened());
        record(ANOTHER, 2, 7, Actor.CLOCK, another.needsAssessed(null));
        record(ABROAD, 1, 8, by(DE, new UUID(3, 3)), new Happenings(ABROAD).openedIn(DE));
        await().atMost(30, SECONDS)
                .until(() -> SERVICE.bean(Watch.class).all().stream().allMatch(view -> view.lagEvents() == 0));
    }

    private static void record(CaseId caseId, long version, int second, Actor by, CaseEvent... events) {
        List<Recorded<CaseEvent>> recorded = new ArrayList<>();
        for (CaseEvent event : events) {
            Instant at = THEN.plusSeconds(second + recorded.size());
            recorded.add(new Recorded<>(event, version + recorded.size(), at, by));
        }
        LOG.append(recorded);
    }

    private static Actor by(CountryCode country, UUID who) {
        return new Actor(
                ActorKind.PERSON, who, "issuer", Happenings.organisation(country), country, Role.NATIONAL_FOCAL_POINT);
    }

    private static String auditor(String country) {
        return SERVICE.issuer.token("auditor-" + country, country + "-NRM", Role.AUDITOR);
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    private static JsonNode page(String reader, String path) {
        HttpResponse<String> answer = SERVICE.get(reader, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** What is found, as the last digit of the case and the version of each. */
    private static List<String> found(String reader, String question) {
        return events(reader, question)
                .map(event -> event.get("caseId").stringValue().replaceFirst(".*0", "") + "/"
                        + event.get("version").asLong())
                .toList();
    }

    private static Stream<JsonNode> events(String reader, String question) {
        return page(reader, "/api/audit/events" + question).get("items").valueStream();
    }

    @Test
    void whatHappenedIsToldInTheOrderInWhichItWasRecorded() {
        assertThat(found(AUDITOR, "")).containsExactly("1/1", "1/2", "1/3", "1/4", "1/5", "1/6", "2/1", "2/2");
    }

    @ParameterizedTest
    @CsvSource({
        "caseId=00000000-0000-0000-0000-000000000002, 2/1 2/2",
        "caseId=00000000-0000-0000-0000-000000000003, ''",
        "actor=00000000-0000-0002-0000-000000000002, 1/4 1/5",
        "organisation=RO-NRM, 1/4 1/5",
        "country=RO, 1/4 1/5",
        "country=BG&caseId=00000000-0000-0000-0000-000000000002, 2/1",
        "type=trm.case.CaseOpened, 1/1 2/1",
        "from=2026-03-01T12:00:06Z, 2/1 2/2",
        "to=2026-03-01T12:00:02Z, 1/1 1/2",
        "from=2026-03-01T14:00:02%2B02:00&to=2026-03-01T12:00:03Z, 1/3",
        "correlation=00000000-0000-0008-0000-000000000008&type=trm.case.NeedsAssessed, 2/2",
        "correlation=00000000-0000-0008-0000-000000000009, ''"
    })
    void itIsFoundByWhatIsKnownOfIt(String question, String found) {
        assertThat(String.join(" ", found(AUDITOR, "?" + question))).isEqualTo(found);
    }

    @Test
    void aCountryFindsWhatItSees() {
        assertThat(found(auditor("RO"), "")).containsExactly("1/1", "1/2", "1/3", "1/4", "1/5");
        assertThat(found(auditor("FR"), "")).isEmpty();
    }

    /** Romania named Germany as competent: Germany is told of the draft, and not by whom. */
    @Test
    void whoeverMayNotKnowWhoActedDoesNotFindItOutByAskingForEach() {
        String auditor = auditor("DE");
        JsonNode draft =
                events(auditor, "?type=trm.case.ReferralDrafted").toList().get(0);
        assertThat(draft.get("version").asLong()).isEqualTo(5);
        assertThat(Stream.of("actorId", "actingCountry", "actingOrganisation", "actingRole", "correlation"))
                .allMatch(name -> draft.get(name).isNull());
        for (String question :
                List.of("actor=" + OF_RO, "organisation=RO-NRM", "country=RO", "correlation=" + EventLog.ROOT)) {
            assertThat(found(auditor, "?caseId=" + ONE + "&" + question))
                    .as(question)
                    .doesNotContain("1/5");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void pageByPageNothingIsLostAndNothingToldTwice(int limit) {
        List<String> followed = new ArrayList<>();
        String next = "/api/audit/events?limit=" + limit;
        while (next != null) {
            JsonNode page = page(AUDITOR, next);
            page.get("items").forEach(event -> followed.add(event.get("at").stringValue()));
            next = page.get("next").isNull() ? null : page.get("next").stringValue();
        }
        assertThat(followed).hasSize(8).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void onlyAuditorsLookForEvents() {
        for (Role role : List.of(Role.NATIONAL_FOCAL_POINT, Role.SYSTEM_OPERATOR, Role.DATA_PROTECTION_OFFICER)) {
            String somebody = SERVICE.issuer.token("somebody", "BG-NRM", role);
            for (String path : List.of("/api/audit/events", "/api/audit/exports", "/api/audit/exports/1")) {
                assertThat(SERVICE.get(somebody, path).statusCode())
                        .as("%s %s", role, path)
                        .isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "caseId=x, caseId",
        "actor=x, actor",
        "organisation=a b, organisation",
        "country=Bulgaria, country",
        "type=CaseOpened, type",
        "from=yesterday, from",
        "from=+1000000000-01-01T00:00:00Z, from",
        "to=1999-12-31T23:59:59Z, to",
        "from=2026-03-01T12:00:00Z&to=2026-03-01T12:00:00Z, to",
        "correlation=x, correlation"
    })
    void whatCannotBeLookedForIsNamed(String question, String parameter) {
        String encoded = question.replace(" ", "%20").replace("+", "%2B");
        HttpResponse<String> answer = SERVICE.get(AUDITOR, "/api/audit/events?" + encoded);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("MALFORMED_PARAMETER", "\"?" + parameter + "\"");
    }
}
