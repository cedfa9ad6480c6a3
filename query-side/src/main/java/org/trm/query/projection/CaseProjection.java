package org.trm.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.UnknownSerializedType;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;

/**
 * Hands a processor's batches to a view: collects the case events of a unit of work and lets them be taken in as one
 * before it commits, so that rows and position stand or fall together. Cases are shared out between the segments.
 */
final class CaseProjection implements EventHandlerInvoker {
    private final BatchFold<?> fold;
    private final Consumer<List<Recorded<CaseEvent>>> whenVisible;

    CaseProjection(BatchFold<?> fold, Consumer<List<Recorded<CaseEvent>>> whenVisible) {
        this.fold = fold;
        this.whenVisible = whenVisible;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return CaseEvent.class.isAssignableFrom(payloadType) || payloadType == UnknownSerializedType.class;
    }

    /** @throws IllegalStateException when the event is of a type that this release does not know: it is never skipped */
    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        if (event.getPayloadType() == UnknownSerializedType.class) {
            throw new IllegalStateException("Event " + event.getIdentifier()
                    + " is of a type or revision that this release does not know. Start a release that knows it.");
        }
        return event instanceof DomainEventMessage<?> ofAggregate
                && segment.matches(ofAggregate.getAggregateIdentifier());
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        if (canHandleType(event.getPayloadType()) && canHandle(event, segment)) {
            UnitOfWork<?> unit = CurrentUnitOfWork.get();
            unit.getOrComputeResource(toString(), key -> begin(unit)).add(RecordedProjection.of(event));
        }
    }

    private List<Recorded<CaseEvent>> begin(UnitOfWork<?> unit) {
        List<Recorded<CaseEvent>> batch = new ArrayList<>();
        unit.onPrepareCommit(work -> fold.takeIn(batch));
        unit.afterCommit(work -> whenVisible.accept(batch));
        return batch;
    }
}
