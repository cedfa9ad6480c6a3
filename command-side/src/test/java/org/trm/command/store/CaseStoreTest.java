package org.trm.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.person;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import io.micrometer.core.instrument.MeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.trm.command.CaseCommands;
import org.trm.command.CaseCommands.Act;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Countries;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.Rule;
import org.trm.command.casefile.Story;
import org.trm.command.casefile.intake.AssessNeeds;
import org.trm.command.casefile.intake.OpenCase;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.keys.KeyStores;
import org.trm.events.types.Actor;
import org.trm.events.types.AgeBand;
import org.trm.events.types.CaseId;
import org.trm.events.types.DetectionSource;
import org.trm.events.types.Need;
import org.trm.events.wiring.EventCodes;
import org.trm.events.wiring.Provenance;

/** The event store on a real PostgreSQL: what is recorded, what is refused, and who wins a race. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, classes = CaseStoreTest.OneSide.class)
class CaseStoreTest {
    private static final EmbeddedPostgres POSTGRES = start();
    private static final Actor FOCAL_POINT = person(BG, NATIONAL_FOCAL_POINT);

    @Autowired
    private CaseCommands commands;

    @Autowired
    private EventStore events;

    @Autowired
    private CaseCache cache;

    @Autowired
    private JdbcTemplate application;

    @Autowired
    private EventCodes codes;

    @Autowired
    private ApplicationContext context;

    @Import({
        CaseStore.class,
        CaseCommands.class,
        Migrations.class,
        ProvenanceOfCommand.class,
    })
    @EnableAutoConfiguration
    static class OneSide {
        @Bean
        Directory directory() {
            return new Countries();
        }

        @Bean
        FileKeyStore keyStore(Environment settings) {
            return KeyStores.of(settings::getProperty);
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-03-02T09:00:00.123456Z"), ZoneOffset.UTC);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            owner(postgres, """
                    CREATE ROLE trm_owner LOGIN PASSWORD 'owner' CREATEROLE;
                    CREATE ROLE trm_command; CREATE ROLE trm_query;
                    CREATE ROLE trm_app LOGIN PASSWORD 'app' IN ROLE trm_command, trm_query;
                    GRANT ALL ON DATABASE postgres TO trm_owner""");
            return postgres;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void owner(EmbeddedPostgres postgres, String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        POSTGRES.close();
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String url = "jdbc:postgresql://127.0.0.1:" + POSTGRES.getPort() + "/postgres";
        Map.ofEntries(
                        Map.entry("spring.datasource.url", url),
                        Map.entry("spring.datasource.username", "trm_app"),
                        Map.entry("spring.datasource.password", "app"),
                        Map.entry("spring.flyway.url", url),
                        Map.entry("spring.flyway.user", "trm_owner"),
                        Map.entry("spring.flyway.password", "owner"),
                        Map.entry("spring.flyway.enabled", "false"),
                        Map.entry("axon.axonserver.enabled", "false"),
                        Map.entry("trm.keys", "target/keys"),
                        Map.entry("trm.erased", "target/erased"),
                        Map.entry("db-scheduler.enabled", "false"),
                        Map.entry("axon.serializer.general", "jackson3"))
                .forEach((key, value) -> properties.add(key, () -> value));
    }

    private CaseId opened() {
        CaseId id = new CaseId(UUID.randomUUID());
        assertThat(send(new OpenCase(id, DetectionSource.NGO, Story.minimalDataSet(AgeBand.UNKNOWN), null)))
                .isInstanceOf(Happened.class);
        return id;
    }

    private Decision send(CaseCommand command) {
        return send(command, null);
    }

    private Decision send(CaseCommand command, Long expectedVersion) {
        return commands.send(command, new Act(FOCAL_POINT, UUID.randomUUID(), "root", "cause", expectedVersion));
    }

    private static AssessNeeds needs(CaseId id) {
        return new AssessNeeds(id, Set.of(Need.LEGAL), null, null);
    }

    @Test
    void anEventIsRecordedAtTheInstantOfItsDecisionWithItsProvenanceAndNothingElse() {
        CaseId id = opened();

        DomainEventMessage<?> event = events.readEvents(id.toString(), 0).next();

        assertThat(event.getTimestamp()).isEqualTo(Instant.parse("2026-03-02T09:00:00.123Z"));
        assertThat(Provenance.actor(event.getMetaData())).isEqualTo(FOCAL_POINT);
        assertThat(event.getMetaData().withoutKeys(Set.of(EventCodes.NAME)).keySet())
                .isEqualTo(Provenance.KEYS);
        assertThat(event.getMetaData()).containsEntry("procedure", "BG/1").containsEntry("causationId", "cause");
    }

    @Test
    void whatIsStoredHasALogicalNameAndCanonicalMetadata() {
        CaseId id = opened();
        Map<String, Object> row = application.queryForMap(
                "SELECT * FROM events.domain_event WHERE aggregate_identifier = ?", id.toString());

        assertThat(row)
                .containsEntry("payload_type", "trm.case.CaseOpened")
                .containsEntry("payload_revision", "1")
                .containsEntry("type", "Case");
        assertThat(new String((byte[]) row.get("metadata")))
                .startsWith("{\"actor.country\":\"BG\",\"actor.id\":\"" + FOCAL_POINT.id() + "\",");
        assertThat(UUID.fromString((String) row.get("event_identifier")).version())
                .isEqualTo(7);
    }

    @Test
    void whatIsStoredBearsTheCodeThatIsMadeOfIt() {
        CaseId id = opened();
        send(needs(id));

        List<Boolean> made = application.query(
                "SELECT " + StoredRows.COLUMNS + " FROM events.domain_event WHERE aggregate_identifier = ?",
                (row, number) -> codes.made(StoredRows.metadata(row).code().orElseThrow(), StoredRows.text(row)),
                id.toString());
        assertThat(made).containsExactly(true, true);
    }

    @Test
    void aCaseLoadedFromTheStoreIsTheCaseThatWasCached() {
        CaseId id = opened();
        send(needs(id));
        cache.removeAll();
        assertThat(send(needs(id)).version()).isEqualTo(3);
    }

    @Test
    void aSecondCaseUnderTheSameIdIsRefused() {
        CaseId id = opened();
        Decision again = send(new OpenCase(id, DetectionSource.NGO, Story.minimalDataSet(AgeBand.UNKNOWN), null));
        assertThat(((Refused) again).rule()).isEqualTo(Rule.CASE_ID_UNUSABLE);
        assertThat(((Refused) send(needs(new CaseId(UUID.randomUUID())))).rule())
                .isEqualTo(Rule.UNKNOWN_CASE);
    }

    @Test
    void anActThatTheCacheWouldAllowButAnotherNodeOvertookIsDecidedAnew() {
        CaseId id = opened();
        overtake(id);

        assertThat(send(needs(id)).version()).isEqualTo(3);
    }

    @Test
    void anUnmetVersionIsConfirmedAgainstTheStore() {
        CaseId id = opened();
        overtake(id);

        assertThat(send(needs(id), 2L)).isInstanceOf(Happened.class);
        Refused stale = (Refused) send(needs(id), 2L);
        assertThat(stale.rule()).isEqualTo(Rule.VERSION_MISMATCH);
        assertThat(stale.facts()).containsEntry("version", "3");
    }

    /** Another node records an event that this node's cache does not know of. */
    private void overtake(CaseId id) {
        application.update("""
                INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type,
                    time_stamp, payload_type, payload_revision, payload, metadata)
                SELECT gen_random_uuid()::text, aggregate_identifier, 1, type, time_stamp, 'trm.case.NeedsAssessed', '1',
                    convert_to('{"caseId":"' || aggregate_identifier || '","needs":["FOOD"]}', 'UTF8'), metadata
                FROM events.domain_event WHERE aggregate_identifier = ?""", id.toString());
    }

    @Test
    void manyActsAtOnceOnOneCaseAreAllThereOnce() throws Exception {
        CaseId id = opened();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Decision> act = () -> send(needs(id));
            List<Future<Decision>> answers =
                    pool.invokeAll(IntStream.range(0, 40).mapToObj(i -> act).toList());
            for (Future<Decision> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Happened.class);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(events.lastSequenceNumberFor(id.toString())).contains(40L);
    }

    /** Recorded time is here months behind the real one. */
    @Test
    void anEventThatCommitsAfterALaterOneIsReadAllTheSame() throws Exception {
        CaseId id = opened();
        TrackingToken before = events.createHeadToken();
        try (Connection late = application.getDataSource().getConnection()) {
            late.setAutoCommit(false);
            assertThat(late.createStatement().executeUpdate(ANOTHER_OPENING.formatted(id)))
                    .isEqualTo(1);
            CaseId later = opened();
            try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(before)) {
                assertThat(stream.nextAvailable())
                        .isInstanceOfSatisfying(
                                DomainEventMessage.class,
                                event -> assertThat(event.getAggregateIdentifier())
                                        .isEqualTo(later.toString()));
                late.commit();
                assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
                assertThat(stream.nextAvailable().trackingToken().covers(events.createHeadToken()))
                        .isTrue();
            }
        }
    }

    private static final String ANOTHER_OPENING = """
            INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type,
                time_stamp, payload_type, payload_revision, payload, metadata)
            SELECT gen_random_uuid()::text, other, 0, type, time_stamp, payload_type, payload_revision,
                convert_to(replace(convert_from(payload, 'UTF8'), aggregate_identifier, other), 'UTF8'), metadata
            FROM events.domain_event, (SELECT gen_random_uuid()::text AS other) new WHERE aggregate_identifier = '%s'""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE events.domain_event SET type = 'x' WHERE false",
                "DELETE FROM events.domain_event WHERE false",
                "TRUNCATE events.domain_event"
            })
    void eventsAreNeverAlteredNotEvenByTheirOwner(String statement) {
        assertThatThrownBy(() -> owner(POSTGRES, statement))
                .rootCause()
                .hasMessageContaining("events are never altered");
        assertThatThrownBy(() -> application.execute(statement)).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void thereIsOneEventStoreAndOneSourceOfIds() {
        assertThat(context.getBeansOfType(EventStorageEngine.class).values())
                .singleElement()
                .isInstanceOf(JdbcEventStorageEngine.class);
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIds.class);
        assertThat(context.getBeanNamesForType(MeterRegistry.class)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void anUnreadableEventStopsItsReaderLoudly() {
        CaseId id = opened();
        application.update("""
                INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type,
                    time_stamp, payload_type, payload_revision, payload, metadata)
                SELECT gen_random_uuid()::text, aggregate_identifier, 1, type, time_stamp, 'trm.case.FromTheFuture', '1',
                    payload, metadata FROM events.domain_event WHERE aggregate_identifier = ?""", id.toString());
        cache.removeAll();

        assertThatThrownBy(() -> send(needs(id))).hasStackTraceContaining("FromTheFuture");
        try (Stream<?> all = events.readEvents(id.toString(), 0).asStream().map(e -> e.getPayload())) {
            assertThatThrownBy(all::toList).hasMessageContaining("FromTheFuture");
        }
    }
}
