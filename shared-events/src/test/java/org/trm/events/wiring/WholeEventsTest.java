package org.trm.events.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.trm.events.Samples;
import org.trm.events.types.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What an event must have is there: it is neither stored without, nor read without. */
class WholeEventsTest {
    private final EventSerializer serializer = new EventSerializer();

    @TestFactory
    Stream<DynamicTest> anEventIsNotStoredWithoutWhatItMustHave() {
        return must().filter(Part::canBeNull)
                .map(part -> part.test(() -> {
                    Record incomplete = Samples.without((Record) Samples.full(part.event), part.component);
                    assertThatThrownBy(() -> serializer.serialize(incomplete, byte[].class))
                            .hasMessageContaining(part.component.getName() + " is missing");
                }));
    }

    @TestFactory
    Stream<DynamicTest> anEventIsNotReadWithoutWhatItMustHave() {
        return must().map(part -> part.test(() -> {
            ObjectNode json = (ObjectNode) StoredJson.mapper().valueToTree(Samples.full(part.event));
            assertThat(json.remove(part.component.getName())).isNotNull();
            assertThatThrownBy(() -> read(part.event, json)).isInstanceOf(UnreadableEvent.class);
            assertThatThrownBy(() -> read(part.event, json.putNull(part.component.getName())))
                    .isInstanceOf(UnreadableEvent.class);
        }));
    }

    private Object read(Class<?> event, ObjectNode json) {
        return serializer.deserialize(new SimpleSerializedObject<>(
                StoredJson.mapper().writeValueAsBytes(json),
                byte[].class,
                EventCatalogue.nameOf(event),
                EventCatalogue.revisionOf(event)));
    }

    private static Stream<Part> must() {
        return EventCatalogue.all().values().stream()
                .flatMap(event -> Stream.of(event.getRecordComponents())
                        .filter(component -> !component.isAnnotationPresent(Optional.class))
                        .map(component -> new Part(event, component)));
    }

    private record Part(Class<?> event, RecordComponent component) {
        /** Sets of codes are empty where nothing was given. */
        private boolean canBeNull() {
            return !component.getType().isPrimitive() && component.getType() != Set.class;
        }

        private DynamicTest test(Executable test) {
            return DynamicTest.dynamicTest(event.getSimpleName() + "." + component.getName(), test);
        }
    }
}
