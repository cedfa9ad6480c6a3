package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trm.events.wiring.EventSerializer;

/** No rule makes an event that cannot be stored, or that would be read as another. */
class StoredHistoriesTest {
    private static final EventSerializer SERIALIZER = new EventSerializer();

    @TestFactory
    Stream<DynamicTest> whateverHappensToACaseIsReadAsItHappened() {
        return LongStream.range(0, 40)
                .mapToObj(seed -> DynamicTest.dynamicTest("walk " + seed, () -> {
                    Walk walk = new Walk(seed);
                    for (int step = 0; step < 30; step++) {
                        walk.step();
                    }
                    walk.history()
                            .forEach(recorded ->
                                    assertThat(storedAndRead(recorded.event())).isEqualTo(recorded.event()));
                }));
    }

    private static Object storedAndRead(Object event) {
        return SERIALIZER.deserialize(SERIALIZER.serialize(event, byte[].class));
    }
}
