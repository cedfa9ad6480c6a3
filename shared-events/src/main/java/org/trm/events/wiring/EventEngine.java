package org.trm.events.wiring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * Axon's access to the table of events, with three differences. No snapshot is ever looked for: a case is always what its
 * events say. A case is read by as few statements as its length asks for: its versions have no gaps, so that what does
 * not fill a batch is the end of it, and Axon would ask once more. And a reader who sees an event remembers every lower
 * index that it has not seen, because what is there may be committed a moment later; Axon would remember none below an
 * event whose recorded time is long ago. Recorded time is the mechanism's, and where its clock is behind, events would be
 * missed for good.
 */
public final class EventEngine extends JdbcEventStorageEngine {
    /** How far below the highest index that a reader has seen it still expects something. */
    private static final int FARTHEST_GAP = 10_000;

    private static final int EVENTS_A_READ = 1_000;

    private static final GapAwareTrackingToken BEGINNING = GapAwareTrackingToken.newInstance(0, Collections.emptySet());

    public EventEngine(Builder builder) {
        super(builder.batchSize(EVENTS_A_READ).finalAggregateBatchPredicate(batch -> batch.size() < EVENTS_A_READ));
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, GapAwareTrackingToken seen) throws SQLException {
        GapAwareTrackingToken before = seen == null ? BEGINNING : seen;
        long index = row.getLong(schema().globalIndexColumn());
        return tracked(
                before.advanceTo(index, FARTHEST_GAP), (DomainEventData<?>) super.getTrackedEventData(row, seen));
    }

    private static <T> TrackedEventData<T> tracked(GapAwareTrackingToken token, DomainEventData<T> event) {
        return new TrackedDomainEventData<>(token, event);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }
}
