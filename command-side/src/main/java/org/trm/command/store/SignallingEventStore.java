package org.trm.command.store;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.trm.events.wiring.CommitSignal;

/** Says after each commit that there is something to read. */
final class SignallingEventStore extends EmbeddedEventStore {
    private final CommitSignal signal;

    SignallingEventStore(Builder builder, CommitSignal signal) {
        super(builder);
        this.signal = signal;
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        signal.committed();
    }
}
