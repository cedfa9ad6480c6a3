package org.trm.query.rebuild;

import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.query.projection.RecordedProjection;

/** Reads stored events as processors receive them: through the same upcasters and the same serializer. */
@Component
class BulkProjection {
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    @Autowired
    BulkProjection(Configuration axon) {
        this(axon.eventSerializer(), axon.upcasterChain());
    }

    BulkProjection(Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    List<Recorded<CaseEvent>> read(List<StoredEvent> page) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        page.stream().map(BulkProjection::entry), serializer, upcasters)
                .asStream()
                .<Recorded<CaseEvent>>map(RecordedProjection::of)
                .toList();
    }

    private static GenericDomainEventEntry<byte[]> entry(StoredEvent event) {
        return new GenericDomainEventEntry<>(
                "Case",
                event.caseId(),
                event.sequence(),
                event.identifier(),
                event.timestamp(),
                event.payloadType(),
                event.payloadRevision(),
                event.payload(),
                event.metadata());
    }
}
