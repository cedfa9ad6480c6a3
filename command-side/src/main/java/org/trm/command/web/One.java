package org.trm.command.web;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.UUID;
import java.util.function.Function;

/** Makes records of one component from the bare text that stands for them. */
final class One {
    private One() {}

    /** A code; it throws IllegalArgumentException saying what form it must have. */
    static Function<String, Object> code(Class<?> record) {
        return making(record, String.class)::apply;
    }

    /** An id; it throws IllegalArgumentException unless the text is a UUID in its usual form. */
    static Function<String, Object> id(Class<?> record) {
        Function<Object, Object> making = making(record, UUID.class);
        return text -> making.apply(Ids.parse(text));
    }

    private static Function<Object, Object> making(Class<?> record, Class<?> component) {
        MethodHandle constructor = constructor(record, component);
        return value -> {
            try {
                return constructor.invoke(value);
            } catch (IllegalArgumentException e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("A code refused its value without saying why", e);
            }
        };
    }

    private static MethodHandle constructor(Class<?> record, Class<?> component) {
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(record, MethodType.methodType(void.class, component))
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not a record of one " + component + ": " + record, e);
        }
    }
}
