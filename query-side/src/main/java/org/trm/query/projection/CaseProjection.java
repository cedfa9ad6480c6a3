package org.trm.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.wiring.Provenance;

/**
 * Hands a processor's batches to a view: collects the case events of a unit of work and lets them be taken in as one
 * before it commits, so that rows and position stand or fall together. Cases are shared out between the segments.
 */
final class CaseProjection implements EventHandlerInvoker {
    private final BatchFold<?> fold;
    private final Consumer<List<Recorded<CaseEvent>>> whenVisible;
    private final Failures failures = new Failures();

    CaseProjection(BatchFold<?> fold, Consumer<List<Recorded<CaseEvent>>> whenVisible) {
        this.fold = fold;
        this.whenVisible = whenVisible;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return CaseEvent.class.isAssignableFrom(payloadType);
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return event instanceof DomainEventMessage<?> ofAggregate
                && segment.matches(ofAggregate.getAggregateIdentifier());
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        if (canHandleType(event.getPayloadType()) && canHandle(event, segment)) {
            UnitOfWork<?> unit = CurrentUnitOfWork.get();
            unit.getOrComputeResource(toString(), key -> begin(unit, segment.getSegmentId()))
                    .add(Provenance.recorded((DomainEventMessage<?>) event));
        }
    }

    private List<Recorded<CaseEvent>> begin(UnitOfWork<?> unit, int segment) {
        List<Recorded<CaseEvent>> batch = new ArrayList<>();
        unit.onPrepareCommit(work -> fold.takeIn(batch));
        unit.afterCommit(work -> whenVisible.accept(batch));
        unit.afterCommit(work -> failures.overcome(segment));
        unit.onRollback(work -> failures.note(segment, work.getExecutionResult().getExceptionResult()));
        return batch;
    }

    /** Why it stands still, when it does. */
    Optional<String> failure() {
        return failures.latest();
    }
}
