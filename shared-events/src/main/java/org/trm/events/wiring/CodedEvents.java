package org.trm.events.wiring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDecorator;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.trm.events.proof.CanonicalJson;
import org.trm.events.proof.LogEntry;

/** Gives every event its code on the way into the store, whoever records it and wherever the store is. */
public final class CodedEvents implements MessageDispatchInterceptor<EventMessage<?>> {
    private final Serializer serializer;
    private final EventCodes codes;

    /** @param serializer the store's */
    public CodedEvents(Serializer serializer, EventCodes codes) {
        this.serializer = serializer;
        this.codes = codes;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (index, event) -> coded((DomainEventMessage<?>) event);
    }

    private <T> DomainEventMessage<T> coded(DomainEventMessage<T> event) {
        MetaData metadata = event.getMetaData().withoutKeys(Set.of(EventCodes.NAME));
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                new Described<>(event, metadata.and(EventCodes.NAME, codes.of(text(event, metadata)))),
                event.getTimestamp());
    }

    private EventText text(DomainEventMessage<?> event, MetaData metadata) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        return new EventText(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getIdentifier(),
                payload.getType().getName(),
                Optional.ofNullable(payload.getType().getRevision()).orElse(""),
                DateTimeUtils.formatInstant(event.getTimestamp()),
                LogEntry.hash(payload.getData()),
                LogEntry.hash(CanonicalJson.bytes(metadata)));
    }

    /** A message with other metadata. Axon's own copy would forget that its payload is serialised already. */
    private static final class Described<T> extends MessageDecorator<T> {
        private static final long serialVersionUID = 1L;

        private final MetaData metadata;

        private Described(Message<T> message, MetaData metadata) {
            super(message);
            this.metadata = metadata;
        }

        @Override
        public MetaData getMetaData() {
            return metadata;
        }

        @Override
        public <S> SerializedObject<S> serializeMetaData(Serializer serializer, Class<S> representation) {
            return serializer.serialize(metadata, representation);
        }

        @Override
        public Message<T> withMetaData(Map<String, ?> other) {
            return getDelegate().withMetaData(other);
        }

        @Override
        public Message<T> andMetaData(Map<String, ?> more) {
            return withMetaData(metadata.mergedWith(more));
        }
    }
}
