package org.trm.events.wiring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.trm.events.proof.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes and reads events for Axon: payloads as {@link StoredJson} under the names of the {@link EventCatalogue},
 * metadata as canonical JSON (RFC 8785). Readers and writers are built once an event. What was stored in a past revision
 * it reads only behind its upcasters, which whoever reads stored events takes from here.
 */
public final class EventSerializer implements Serializer {
    private static final String METADATA = MetaData.class.getName();
    private static final ObjectReader METADATA_READER =
            StoredJson.mapper().readerFor(new TypeReference<Map<String, String>>() {});

    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();
    private final ChainingConverter converter = new ChainingConverter();

    private final EventUpcaster upcasters;

    public EventSerializer() {
        this(Upcasters.chain());
    }

    /** @param upcasters what makes of every past revision the present one */
    public EventSerializer(EventUpcaster upcasters) {
        this.upcasters = upcasters;
        converter.registerConverter(new JsonNodeToByteArrayConverter(StoredJson.mapper()));
        converter.registerConverter(new ByteArrayToJsonNodeConverter(StoredJson.mapper()));
        converter.registerConverter(new JsonNodeToObjectNodeConverter());
        converter.registerConverter(new ObjectNodeToJsonNodeConverter());
    }

    /** Through which every stored event is read. */
    public EventUpcaster upcasters() {
        return upcasters;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        if (object instanceof MetaData metaData) {
            return new SerializedMetaData<>(convert(CanonicalJson.bytes(metaData), representation), representation);
        }
        return new SimpleSerializedObject<>(
                convert(write(object), representation), representation, typeForClass(object.getClass()));
    }

    private <T> T convert(byte[] bytes, Class<T> representation) {
        return converter.convert(bytes, representation);
    }

    private byte[] write(Object event) {
        return writers.computeIfAbsent(event.getClass(), StoredJson.mapper()::writerFor)
                .writeValueAsBytes(event);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        byte[] bytes = converter.convert(serialized, byte[].class).getData();
        return read(classForType(serialized.getType()), bytes);
    }

    /** @throws UnreadableEvent when the bytes are not the event that its name and revision promise */
    @SuppressWarnings("unchecked")
    private <T> T read(Class<?> type, byte[] bytes) {
        return type == MetaData.class ? (T) readMetaData(bytes) : (T) readEvent(type, bytes);
    }

    Object readEvent(Class<?> type, byte[] bytes) {
        try {
            return readers.computeIfAbsent(type, StoredJson.mapper()::readerFor).readValue(bytes);
        } catch (JacksonException e) {
            throw new UnreadableEvent("Stored " + EventCatalogue.nameOf(type) + " cannot be read: "
                    + e.getClass().getSimpleName() + " at " + e.getPathReference());
        }
    }

    static MetaData readMetaData(byte[] bytes) {
        Map<String, String> map = METADATA_READER.readValue(bytes);
        return MetaData.from(map);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return type.getName().equals(METADATA)
                ? MetaData.class
                : EventCatalogue.eventNamed(type.getName(), type.getRevision());
    }

    // The interface says Class without its parameter.
    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        return type == null
                ? SerializedType.emptyType()
                : new SimpleSerializedType(
                        EventCatalogue.nameOf((Class<?>) type), EventCatalogue.revisionOf((Class<?>) type));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
