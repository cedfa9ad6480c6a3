package org.trm.events.wiring;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Says after each commit that there is something to read, and reads at once when another process has said so. */
public final class SignallingEventStore extends EmbeddedEventStore {
    private final CommitSignal signal;

    public SignallingEventStore(Builder builder, CommitSignal signal) {
        super(builder);
        this.signal = signal;
        // First of all that are woken, so that there is something to see for those who look after it.
        signal.onCommit(() -> super.afterCommit(List.of()));
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        signal.committed();
    }
}
