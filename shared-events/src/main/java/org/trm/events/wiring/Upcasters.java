package org.trm.events.wiring;

import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** The upcasters through which every stored event is read, oldest revision first. */
public final class Upcasters {
    private static final byte[] NO_METADATA = {'{', '}'};

    private Upcasters() {}

    public static EventUpcaster chain() {
        return new EventUpcasterChain(new ProceduresWithoutRetention(), new ClosuresWithoutRetention());
    }

    /** What a stored event says today: for who finds it by a query of his own, and must not read it past the upcasters. */
    public static Stream<?> today(EventSerializer serializer, String type, String revision, byte[] payload) {
        GenericDomainEventEntry<byte[]> entry = new GenericDomainEventEntry<>(
                "", "", 0, "", "1970-01-01T00:00:00Z", type, revision, payload, NO_METADATA);
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry), serializer, serializer.upcasters())
                .asStream()
                .map(EventMessage::getPayload);
    }
}
