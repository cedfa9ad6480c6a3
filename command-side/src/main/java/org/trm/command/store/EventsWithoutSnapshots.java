package org.trm.command.store;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/** Events and nothing else: a case is always what its events say, so that no snapshot is ever looked for. */
final class EventsWithoutSnapshots extends JdbcEventStorageEngine {

    EventsWithoutSnapshots(Builder builder) {
        super(builder);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }
}
