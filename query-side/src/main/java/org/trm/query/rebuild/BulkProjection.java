package org.trm.query.rebuild;

import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.springframework.stereotype.Component;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.wiring.EventSerializer;
import org.trm.events.wiring.EventTable;
import org.trm.events.wiring.Provenance;

/** Reads stored events as processors receive them: through the same upcasters and the same serializer. */
@Component
class BulkProjection {
    private final EventSerializer serializer;

    BulkProjection(EventSerializer serializer) {
        this.serializer = serializer;
    }

    List<Recorded<CaseEvent>> read(List<StoredEvent> page) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        page.stream().map(BulkProjection::entry), serializer, serializer.upcasters())
                .asStream()
                .<Recorded<CaseEvent>>map(Provenance::recorded)
                .toList();
    }

    private static GenericDomainEventEntry<byte[]> entry(StoredEvent event) {
        return new GenericDomainEventEntry<>(
                EventTable.CASE,
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
