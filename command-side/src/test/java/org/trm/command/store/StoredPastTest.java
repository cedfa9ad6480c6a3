package org.trm.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.trm.events.ReferralEvent.ReferralDeclined;
import org.trm.events.Samples;
import org.trm.events.golden.Golden;
import org.trm.events.types.DeclineReason;
import org.trm.events.wiring.EventSerializer;
import org.trm.events.wiring.UnreadableEvent;
import org.trm.events.wiring.Upcasters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands in the store from any day is read from it, by the engine and the table that production has. */
class StoredPastTest {
    private static final String STORE = """
            INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                                             payload_type, payload_revision, payload, metadata)
            VALUES (?, ?, ?, 'Case', '2026-03-02T12:00:00.123Z', ?, ?, ?, ?)""";

    private static final String DECLINED = "trm.case.ReferralDeclined";
    private static final EventSerializer SERIALIZER = new EventSerializer();

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate database;

    /** For a revision that never was: before reasons had codes, a country's ground stood there. */
    private static final class GroundsBeforeReasons extends SingleEventUpcaster {
        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals(DECLINED)
                    && event.getType().getRevision().equals("0");
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType(DECLINED, "1"), JsonNode.class, json -> {
                ObjectNode declined = (ObjectNode) json;
                String ground = declined.remove("ground").asString();
                return declined.put("reason", ground.equals("FULL") ? "NO_SUITABLE_SERVICE" : ground);
            });
        }
    }

    @BeforeAll
    static void migrate() throws Exception {
        postgres = EmbeddedPostgres.start();
        database = new JdbcTemplate(postgres.getPostgresDatabase());
        database.execute("CREATE ROLE trm_command");
        database.execute("CREATE ROLE trm_query");
        database.execute(new ClassPathResource("db/command/V1__events.sql").getContentAsString(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static JdbcEventStorageEngine production() {
        return reading(SERIALIZER);
    }

    private static JdbcEventStorageEngine reading(EventSerializer serializer) {
        return new CaseStore().eventStorageEngine(database.getDataSource(), transactions(), serializer, null);
    }

    private static SpringTransactionManager transactions() {
        return new SpringTransactionManager(new DataSourceTransactionManager(database.getDataSource()));
    }

    private static void store(String aggregate, long sequence, String type, String revision, byte[] payload) {
        database.update(
                STORE, UUID.randomUUID().toString(), aggregate, sequence, type, revision, payload, Golden.metadata());
    }

    @Test
    void whatWasStoredOnAnyDayIsReadAsTheEventThatItWas() {
        String stream = "every-golden-file";
        List<Golden> files = Golden.all();
        for (int i = 0; i < files.size(); i++) {
            store(
                    stream,
                    i,
                    files.get(i).name(),
                    files.get(i).revision(),
                    files.get(i).bytes());
        }

        List<? extends DomainEventMessage<?>> read =
                production().readEvents(stream, 0).asStream().toList();

        assertThat(read).hasSameSizeAs(files);
        for (int i = 0; i < files.size(); i++) {
            Object event = read.get(i).getPayload();
            assertThat(event).isInstanceOf(files.get(i).event());
            if (files.get(i).current()) {
                assertThat(event).isEqualTo(files.get(i).sample());
            }
        }
    }

    @Test
    void anEventOfAPastRevisionIsReadAsItIsToldTodayAndStaysAsItWasStored() {
        String stream = "past-revision";
        ReferralDeclined today = Samples.full(ReferralDeclined.class);
        byte[] stored = ("{\"caseId\":\"" + today.caseId() + "\",\"referralId\":\"" + today.referralId()
                        + "\",\"ground\":\"FULL\"}")
                .getBytes(StandardCharsets.UTF_8);
        store(stream, 0, DECLINED, "0", stored);
        store(
                stream,
                1,
                DECLINED,
                "1",
                SERIALIZER.serialize(today, byte[].class).getData());
        JdbcEventStorageEngine engine =
                reading(new EventSerializer(new EventUpcasterChain(new GroundsBeforeReasons(), Upcasters.chain())));

        List<? extends DomainEventMessage<?>> ofItsCase =
                engine.readEvents(stream, 0).asStream().toList();
        List<? extends EventMessage<?>> ofAll = engine.readEvents(null, false)
                .filter(event -> event instanceof DomainEventMessage<?> of
                        && of.getAggregateIdentifier().equals(stream))
                .toList();

        assertThat(today.reason()).isEqualTo(DeclineReason.NO_SUITABLE_SERVICE);
        for (List<? extends EventMessage<?>> events : List.of(ofItsCase, ofAll)) {
            assertThat(events).<Object>extracting(EventMessage::getPayload).containsExactly(today, today);
            assertThat(events).<Object>extracting(EventMessage::getMetaData).containsOnly(metadata());
            assertThat(events)
                    .extracting(event -> event.getTimestamp().toString())
                    .containsOnly("2026-03-02T12:00:00.123Z");
        }
        assertThat(ofItsCase).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L);
        assertThat(database.queryForMap(
                        "SELECT payload, metadata, payload_revision FROM events.domain_event"
                                + " WHERE aggregate_identifier = ? AND sequence_number = 0",
                        stream))
                .containsEntry("payload", stored)
                .containsEntry("metadata", Golden.metadata())
                .containsEntry("payload_revision", "0");
    }

    private static MetaData metadata() {
        return SERIALIZER.deserialize(
                new SimpleSerializedObject<>(Golden.metadata(), byte[].class, MetaData.class.getName(), null));
    }

    @Test
    void aRevisionWithoutItsUpcasterStopsWhoeverReadsIt() {
        String stream = "revision-without-upcaster";
        store(stream, 0, DECLINED, "0", "{\"ground\":\"FULL\"}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> production().readEvents(stream, 0).next().getPayload())
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining(DECLINED + " in revision 0");
    }
}
