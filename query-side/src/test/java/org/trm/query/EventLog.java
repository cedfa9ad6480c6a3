package org.trm.query;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.trm.events.CaseEvent;

/** The event store of one database, written to as the write model would. */
public final class EventLog {
    private static final Map<String, String> BY_CLOCK =
            Map.of("actor.kind", "CLOCK", "actor.id", "00000000-0000-0000-0000-000000000001", "actor.issuer", "trm");

    private final Serializer serializer = Jackson3Serializer.builder().build();
    private final EmbeddedEventStore store;

    public EventLog(DataSource database) {
        store = EmbeddedEventStore.builder()
                .storageEngine(JdbcEventStorageEngine.builder()
                        .connectionProvider(new SpringDataSourceConnectionProvider(database))
                        .transactionManager(new SpringTransactionManager(new JdbcTransactionManager(database)))
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .schema(schema())
                        .gapTimeout(86_400_000)
                        .build())
                .build();
    }

    /** Records events of one case that follow its first {@code version} ones. */
    public void append(long version, List<? extends CaseEvent> events) {
        long sequence = version;
        for (CaseEvent event : events) {
            store.publish(
                    new GenericDomainEventMessage<>("Case", event.caseId().toString(), sequence++, event, BY_CLOCK));
        }
    }

    public EmbeddedEventStore store() {
        return store;
    }

    public Serializer serializer() {
        return serializer;
    }

    private static EventSchema schema() {
        return EventSchema.builder()
                .eventTable("events.domain_event")
                .globalIndexColumn("global_index")
                .timestampColumn("time_stamp")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .metaDataColumn("meta_data")
                .build();
    }
}
