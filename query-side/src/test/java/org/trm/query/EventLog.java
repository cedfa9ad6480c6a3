package org.trm.query;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.trm.events.CaseEvent;
import org.trm.events.DirectoryEvent;
import org.trm.events.Recorded;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.types.Actor;
import org.trm.events.wiring.CodedEvents;
import org.trm.events.wiring.CommitSignal;
import org.trm.events.wiring.EventCodes;
import org.trm.events.wiring.EventSerializer;
import org.trm.events.wiring.EventTable;
import org.trm.events.wiring.Provenance;
import org.trm.events.wiring.SignallingEventStore;

/** The event store of one database, written to as the write model would, in one process. */
public final class EventLog {
    /** By which everything here is recorded. */
    public static final UUID ACT = new UUID(7, 7);

    /** The root of all that is recorded here. */
    public static final UUID ROOT = new UUID(8, 8);

    /** In which there is the key of their codes, whichever database they are in. */
    public static final FileKeyStore KEYS = FileKeyStore.in(Path.of("target/keys"), Path.of("target/erased"));

    private final EventSerializer serializer;
    private final CommitSignal signal = new CommitSignal();
    private final EmbeddedEventStore store;

    public EventLog(DataSource database) {
        this(database, Duration.ofSeconds(1));
    }

    /** @param poll how soon it looks by itself for what others recorded */
    public EventLog(DataSource database, Duration poll) {
        this(database, poll, new EventSerializer());
    }

    /** @param serializer by whose upcasters the past is read */
    public EventLog(DataSource database, Duration poll, EventSerializer serializer) {
        this.serializer = serializer;
        JdbcEventStorageEngine engine = new EventStoreProjection()
                .eventStorageEngine(database, new JdbcTransactionManager(database), serializer);
        store = new SignallingEventStore(
                EmbeddedEventStore.builder().storageEngine(engine).fetchDelay(poll.toMillis()), signal);
        EventCodes codes = new EventCodes(KEYS);
        codes.begin();
        store.registerDispatchInterceptor(new CodedEvents(serializer, codes));
    }

    /** Records, in one transaction, events of one case that follow its first {@code version} ones. */
    public void append(long version, List<? extends CaseEvent> events) {
        append(version, events, Actor.CLOCK);
    }

    /** Records the same by somebody. */
    public void append(long version, List<? extends CaseEvent> events, Actor actor) {
        MetaData by = by(actor);
        List<GenericDomainEventMessage<CaseEvent>> messages = new ArrayList<>();
        for (CaseEvent event : events) {
            messages.add(new GenericDomainEventMessage<>(
                    EventTable.CASE, event.caseId().toString(), version + messages.size(), event, by));
        }
        store.publish(messages);
    }

    /** Records, in one transaction, what was recorded by whom and when: events of one case or several, each's in order. */
    public void append(List<Recorded<CaseEvent>> events) {
        store.publish(events.stream().map(EventLog::message).toList());
    }

    private static GenericDomainEventMessage<CaseEvent> message(Recorded<CaseEvent> recorded) {
        return new GenericDomainEventMessage<>(
                EventTable.CASE,
                recorded.event().caseId().toString(),
                recorded.version() - 1,
                recorded.event(),
                by(recorded.actor()),
                UUID.randomUUID().toString(),
                recorded.at());
    }

    /** Records an event of the directory: the n-th of its stream, counted from 0. */
    public void append(String stream, long number, DirectoryEvent event) {
        store.publish(new GenericDomainEventMessage<>("Directory", stream, number, event, by(Actor.CLOCK)));
    }

    private static MetaData by(Actor actor) {
        return new Provenance(actor, ACT, ROOT.toString(), "cause").metaData();
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
