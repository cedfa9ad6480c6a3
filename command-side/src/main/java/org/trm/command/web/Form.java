package org.trm.command.web;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON objects of one kind into their record: every component is required unless {@link Optional}, nothing else is
 * allowed, nothing is coerced, and all faults are named at once. Made once for each record.
 */
final class Form implements Reading {
    private static final ClassValue<Form> FORMS = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> record) {
            return new Form(record);
        }
    };

    private record Field(String name, int index, boolean required, Object absent, Reading reading) {}

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final MethodHandle constructor;

    private Form(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        for (RecordComponent component : components) {
            fields.put(component.getName(), field(component, fields.size()));
        }
        constructor = constructor(record, components);
    }

    static Form of(Class<?> record) {
        return FORMS.get(record);
    }

    /** The same where it is part of a body: one that says nothing would be kept as if it said something. */
    static Reading part(Class<?> record) {
        Form form = of(record);
        boolean maySayNothing = form.fields.values().stream().noneMatch(Field::required);
        return (node, pointer, errors) -> {
            if (maySayNothing && node.isObject() && node.valueStream().allMatch(JsonNode::isNull)) {
                errors.add(pointer, "INVALID", "must say something: leave it out where there is nothing to say");
                return null;
            }
            return form.read(node, pointer, errors);
        };
    }

    private static Field field(RecordComponent component, int index) {
        boolean required = !component.isAnnotationPresent(Optional.class);
        Object absent = component.getType() == Set.class ? Set.of() : null;
        return new Field(component.getName(), index, required, absent, Reading.of(component.getGenericType()));
    }

    private static MethodHandle constructor(Class<?> record, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = record.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return MethodHandles.lookup().unreflectConstructor(canonical).asSpreader(Object[].class, types.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record without its own constructor: " + record, e);
        }
    }

    @Override
    public Object read(JsonNode node, String pointer, FieldErrors errors) {
        if (!node.isObject()) {
            errors.add(pointer, "WRONG_TYPE", "must be an object");
            return null;
        }
        int before = errors.count();
        Object[] values = new Object[fields.size()];
        for (Field field : fields.values()) {
            values[field.index()] = value(field, node.get(field.name()), pointer, errors);
        }
        errors.unknownBeside(fields.keySet(), node, pointer);
        return errors.count() == before ? made(values, pointer, errors) : null;
    }

    private static Object value(Field field, JsonNode node, String parent, FieldErrors errors) {
        if (node != null && !node.isNull()) {
            return field.reading().read(node, parent + "/" + field.name(), errors);
        }
        if (field.required()) {
            errors.add(parent + "/" + field.name(), "REQUIRED", "must be given");
        }
        return field.absent();
    }

    private Object made(Object[] values, String pointer, FieldErrors errors) {
        try {
            return constructor.invoke(values);
        } catch (IllegalArgumentException e) {
            errors.add(pointer, "INVALID", e.getMessage());
            return null;
        } catch (Throwable e) {
            throw new IllegalStateException("A record refused its fields without saying why", e);
        }
    }
}
