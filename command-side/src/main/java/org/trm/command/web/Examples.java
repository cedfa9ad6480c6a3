package org.trm.command.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trm.events.types.CitizenshipCode;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Id;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.OrganisationId;

/**
 * A body that each act would take of today, made from its record: what may be left out is, except days, and what another
 * value makes necessary. One after the other they tell the story of a woman whom Bulgaria refers to Romania.
 */
final class Examples {
    private static final String SOME_ID = "01935d7e-6b5a-7c3e-9f2a-4d8b1c6e0a57";

    private static final Map<Class<?>, Object> VALUES = Map.of(
            boolean.class, true,
            Line.class, "Synthetic",
            Prose.class, "Nothing of this is about a real person.",
            FileContent.class, "U3ludGhldGljLg==",
            CountryCode.class, "RO",
            CitizenshipCode.class, "RO",
            LanguageCode.class, "ron",
            OrganisationId.class, "RO-ANITP");

    /** Where the first code of a list, or leaving the field out, would not do. */
    private static final Map<String, Object> CHOSEN = Map.of(
            "MinimalDataSet.ageBand", "FROM_24_TO_26",
            "Conclusion.acts", List.of("RECRUITMENT"),
            "Conclusion.means", List.of("DECEPTION"),
            "Conclusion.purposes", List.of("FORCED_LABOUR"),
            "Verification.basis", "DOCUMENTED",
            "Forwarding.to", "DE",
            "ReportWaiver.milestone", "AFTER_1_MONTH");

    /** How many days from today a period ends; everything else has happened. */
    private static final Map<String, Integer> ENDS = Map.of("Grant.until", 180, "Extension.until", 270);

    /** Where she is; a day that has begun there is one of the future in no country that her story names. */
    private static final ZoneId WHERE = ZoneId.of("Europe/Sofia");

    private final LocalDate today;

    Examples(Instant now) {
        this.today = LocalDate.ofInstant(now, WHERE);
    }

    Map<String, Object> of(Class<?> record) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String field = record.getSimpleName() + '.' + component.getName();
            if (CHOSEN.containsKey(field)) {
                example.put(component.getName(), CHOSEN.get(field));
            } else if (component.getType() == LocalDate.class) {
                int days = ENDS.getOrDefault(field, 0);
                example.put(component.getName(), today.plusDays(days).toString());
            } else if (!component.isAnnotationPresent(Optional.class)) {
                example.put(component.getName(), value(component.getGenericType()));
            }
        }
        return example;
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType set) {
            return List.of(value(set.getActualTypeArguments()[0]));
        }
        Class<?> kind = (Class<?>) type;
        if (isGiven(kind)) {
            return given(kind);
        } else if (kind == Instant.class) {
            return today.plusDays(1)
                    .atTime(LocalTime.NOON)
                    .toInstant(ZoneOffset.UTC)
                    .toString();
        }
        return kind.isEnum() ? ((Enum<?>) kind.getEnumConstants()[0]).name() : of(kind);
    }

    /** Whether a value of this kind stands for itself, rather than being made of its fields. */
    static boolean isGiven(Class<?> kind) {
        return VALUES.containsKey(kind) || Id.class.isAssignableFrom(kind);
    }

    static Object given(Class<?> kind) {
        return Id.class.isAssignableFrom(kind) ? SOME_ID : VALUES.get(kind);
    }
}
