package org.trm.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trm.events.wiring.EventCatalogue;

/** Whoever reads events is made to read each, and is given the one that it is. */
class ReadersTest {
    private static final ClassLoader LOADER = ReadersTest.class.getClassLoader();

    private static Method told(Object event) {
        Object told = event instanceof CaseEvent ofCase
                ? ofCase.tell((CaseEvent.Reader<?>) telling(CaseEvent.Reader.class))
                : ((DirectoryEvent) event).tell((DirectoryEvent.Reader<?>) telling(DirectoryEvent.Reader.class));
        return (Method) told;
    }

    /** A reader whose answer is the method that it was told by. */
    private static Object telling(Class<?> reader) {
        return Proxy.newProxyInstance(LOADER, new Class<?>[] {reader}, (proxy, method, arguments) -> method);
    }

    @TestFactory
    Stream<DynamicTest> anEventIsToldByTheMethodOfItsName() {
        return EventCatalogue.all().values().stream()
                .map(event -> DynamicTest.dynamicTest(event.getSimpleName(), () -> {
                    Method method = told(Samples.full(event));
                    String name = event.getSimpleName();
                    assertThat(method.getName()).isEqualTo(Character.toLowerCase(name.charAt(0)) + name.substring(1));
                    assertThat(method.getParameterTypes()).containsExactly(event);
                }));
    }

    @Test
    void aReaderReadsEveryEventOfItsFamilyAndNothingElseAndNoneByDefault() {
        assertReads(CaseEvent.Reader.class, CaseEvent.class);
        assertReads(DirectoryEvent.Reader.class, DirectoryEvent.class);
    }

    private static void assertReads(Class<?> reader, Class<?> family) {
        List<Class<?>> events = EventCatalogue.events(family).toList();
        assertThat(reader.getMethods()).noneMatch(Method::isDefault);
        assertThat(Stream.of(reader.getMethods()).<Class<?>>map(method -> method.getParameterTypes()[0]))
                .containsExactlyInAnyOrderElementsOf(events);
    }
}
