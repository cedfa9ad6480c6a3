package org.trm.command.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trm.events.types.CitizenshipCode;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Id;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.OrganisationId;

/** A body that each act would read, made from its record: fields that only corrections need are left out. */
final class Examples {
    private static final String SOME_ID = "01935d7e-6b5a-7c3e-9f2a-4d8b1c6e0a57";

    private static final String PAST = "2026-01-15";

    private static final Map<String, String> DATES = Map.of("until", "2026-03-31");

    private static final Map<Class<?>, Object> VALUES = Map.of(
            boolean.class, true,
            LocalDate.class, PAST,
            Instant.class, "2027-06-01T12:00:00Z",
            CountryCode.class, "RO",
            CitizenshipCode.class, "RO",
            LanguageCode.class, "ron",
            OrganisationId.class, "RO-ANITP");

    private Examples() {}

    static Map<String, Object> of(Class<?> record) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (!component.isAnnotationPresent(Optional.class) || isDate(component)) {
                example.put(component.getName(), value(component.getName(), component.getGenericType()));
            }
        }
        return example;
    }

    private static boolean isDate(RecordComponent component) {
        return component.getType() == LocalDate.class;
    }

    /** Whether a value of this kind stands for itself, rather than being made of its fields. */
    static boolean isGiven(Class<?> kind) {
        return VALUES.containsKey(kind) || Id.class.isAssignableFrom(kind);
    }

    static Object value(String name, Type type) {
        if (type instanceof ParameterizedType set) {
            return List.of(value(name, set.getActualTypeArguments()[0]));
        }
        Class<?> kind = (Class<?>) type;
        if (DATES.containsKey(name)) {
            return DATES.get(name);
        } else if (VALUES.containsKey(kind)) {
            return VALUES.get(kind);
        } else if (Id.class.isAssignableFrom(kind)) {
            return SOME_ID;
        }
        return kind.isEnum() ? ((Enum<?>) kind.getEnumConstants()[0]).name() : of(kind);
    }
}
