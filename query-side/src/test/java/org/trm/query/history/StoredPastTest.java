package org.trm.query.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.RO;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Role;
import org.trm.events.wiring.EventSerializer;
import org.trm.events.wiring.Upcasters;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import org.trm.query.rebuild.Watch;
import org.trm.query.sample.Happenings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was stored in a past revision is read as it is told today: by live views, by rebuilt ones, and in between. */
class StoredPastTest {
    private static final String DECLINED = "trm.case.ReferralDeclined";
    private static final String FORMED = "trm.directory.NetworkFormed";

    /** For revisions that never were: a referral was declined on a ground, and a network was formed of countries. */
    private static final EventSerializer SERIALIZER = new EventSerializer(new EventUpcasterChain(
            new Renamed(DECLINED, json -> {
                String ground = json.remove("ground").asString();
                return json.put("reason", ground.equals("FULL") ? "NO_SUITABLE_SERVICE" : ground);
            }),
            new Renamed(FORMED, json -> json.set("members", json.remove("countries"))),
            Upcasters.chain()));

    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE, Duration.ofSeconds(1), SERIALIZER);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final CaseId CASE = new CaseId(UUID.randomUUID());
    private static final ReferralId REFERRAL = new ReferralId(UUID.randomUUID());
    private static final String HOLDER = SERVICE.issuer.token("holder", "BG-NRM", Role.NATIONAL_FOCAL_POINT);
    private static final String OPERATOR = SERVICE.issuer.sign(SERVICE.issuer.claims("operator", Role.SYSTEM_OPERATOR));

    private static final class Renamed extends SingleEventUpcaster {
        private final String name;
        private final Function<ObjectNode, JsonNode> today;

        Renamed(String name, Function<ObjectNode, JsonNode> today) {
            this.name = name;
            this.today = today;
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals(name)
                    && event.getType().getRevision().equals("0");
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType(name, "1"), JsonNode.class, json -> today.apply((ObjectNode) json));
        }
    }

    @BeforeAll
    static void record() {
        Happenings of = new Happenings(CASE);
        LOG.append(0, List.of(of.opened(), of.drafted(REFERRAL, BG, RO), of.submitted(REFERRAL)));
        store("Case", CASE.toString(), 3, DECLINED, """
                {"caseId":"%s","referralId":"%s","ground":"FULL"}""".formatted(CASE, REFERRAL));
        store("Directory", "network-SEE", 0, FORMED, """
                {"network":"SEE","countries":["BG","RO"]}""");
        LOG.append(4, List.of(of.needsAssessed(null)));
        await().atMost(30, SECONDS)
                .until(() -> SERVICE.bean(Watch.class).all().stream().allMatch(view -> view.lagEvents() == 0));
    }

    private static void store(String type, String stream, long sequence, String name, String payload) {
        JdbcClient.create(DATABASE)
                .sql("""
                        INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, metadata)
                        SELECT ?, ?, ?, ?, max(time_stamp), ?, '0', ?, min(metadata) FROM events.domain_event""")
                .params(UUID.randomUUID().toString(), stream, sequence, type, name, payload.getBytes(UTF_8))
                .update();
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    private static JsonNode read(String path) {
        var answer = SERVICE.get(HOLDER, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Everything that the views tell of the case. */
    private static List<JsonNode> told() {
        return List.of(
                read("/api/cases/" + CASE),
                read("/api/cases/" + CASE + "/referrals"),
                read("/api/cases/" + CASE + "/timeline"),
                read("/api/cases/" + CASE + "/custody"),
                read("/api/referrals"));
    }

    private static void assertDeclined(JsonNode referrals, JsonNode timeline) {
        assertThat(referrals.at("/referrals/0/state").stringValue()).isEqualTo("DECLINED");
        assertThat(timeline.at("/items/3/act").stringValue()).isEqualTo(DECLINED);
        assertThat(timeline.at("/items/3/sentence").stringValue()).contains("no suitable service");
    }

    @Test
    void liveViewsTellIt() {
        assertDeclined(told().get(1), told().get(2));
        assertThat(read("/api/referrals").at("/items/0/state").stringValue()).isEqualTo("DECLINED");
        assertThat(read("/api/cases/" + CASE).get("version").longValue()).isEqualTo(5);
    }

    @Test
    void whatWasTrueThenTellsIt() {
        assertDeclined(
                read("/api/cases/" + CASE + "/referrals?asOf=4"), read("/api/cases/" + CASE + "/timeline?asOf=4"));
    }

    @Test
    void rebuiltViewsTellTheSame() {
        List<JsonNode> live = told();
        SERVICE.bean(Watch.class).all().forEach(view -> {
            String progress = SERVICE.post(OPERATOR, "/api/admin/projections/" + view.name() + "/replay")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            await().atMost(30, SECONDS)
                    .until(() -> SERVICE.get(OPERATOR, progress).body().contains("\"CURRENT\""));
        });
        assertThat(told()).isEqualTo(live);
    }

    @Test
    void theDirectoryTellsIt() {
        assertThat(read("/api/directory/networks").toString())
                .contains("\"network\":\"SEE\"")
                .contains("[\"BG\",\"RO\"]");
    }
}
