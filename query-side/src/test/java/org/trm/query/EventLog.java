package org.trm.query;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.trm.events.CaseEvent;
import org.trm.events.types.Actor;
import org.trm.events.wiring.CommitSignal;
import org.trm.events.wiring.EventSerializer;
import org.trm.events.wiring.EventTable;
import org.trm.events.wiring.Provenance;

/** The event store of one database, written to as the write model would. */
public final class EventLog {
    private final EventSerializer serializer = new EventSerializer();
    private final CommitSignal signal = new CommitSignal();
    private final EmbeddedEventStore store;

    public EventLog(DataSource database) {
        store = EmbeddedEventStore.builder()
                .storageEngine(JdbcEventStorageEngine.builder()
                        .connectionProvider(new SpringDataSourceConnectionProvider(database))
                        .transactionManager(new SpringTransactionManager(new JdbcTransactionManager(database)))
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .schema(EventTable.schema())
                        .gapTimeout(86_400_000)
                        .build())
                .build();
    }

    /** Records, in one transaction, events of one case that follow its first {@code version} ones. */
    public void append(long version, List<? extends CaseEvent> events) {
        append(version, events, Actor.CLOCK);
    }

    /** Records the same by somebody. */
    public void append(long version, List<? extends CaseEvent> events, Actor actor) {
        MetaData by = new Provenance(actor, new UUID(7, 7), "root", "cause").metaData();
        List<GenericDomainEventMessage<CaseEvent>> messages = new ArrayList<>();
        for (CaseEvent event : events) {
            messages.add(new GenericDomainEventMessage<>(
                    EventTable.CASE, event.caseId().toString(), version + messages.size(), event, by));
        }
        store.publish(messages);
        signal.committed();
    }

    public CommitSignal signal() {
        return signal;
    }

    public EmbeddedEventStore store() {
        return store;
    }

    public EventSerializer serializer() {
        return serializer;
    }
}
