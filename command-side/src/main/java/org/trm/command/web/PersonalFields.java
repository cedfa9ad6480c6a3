package org.trm.command.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.ReflectionUtils;
import org.trm.events.types.CaseId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Sealed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields about a person in a body, which are called like their constants: {@code travelPlan} is TRAVEL_PLAN. */
final class PersonalFields {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, PersonalField> BY_NAME =
            Arrays.stream(PersonalField.values()).collect(Collectors.toMap(PersonalFields::name, Function.identity()));

    private PersonalFields() {}

    /** As it is called in a body. */
    static String name(PersonalField field) {
        String[] words = field.name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /** Whether a record says something about the person, and so is sealed as a whole. */
    static boolean isOf(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .anyMatch(type -> type == Line.class || type == Prose.class);
    }

    static Set<PersonalField> givenIn(Record body) {
        Set<PersonalField> given = EnumSet.noneOf(PersonalField.class);
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            PersonalField field = BY_NAME.get(component.getName());
            if (field != null && part(body, component) != null) {
                given.add(field);
            }
        }
        return given;
    }

    static Object part(Record body, RecordComponent component) {
        ReflectionUtils.makeAccessible(component.getAccessor());
        return ReflectionUtils.invokeMethod(component.getAccessor(), body);
    }

    /** What a body says of each, as it was sent. */
    static Map<PersonalField, byte[]> values(Set<PersonalField> fields, JsonNode body) {
        Map<PersonalField, byte[]> values = new EnumMap<>(PersonalField.class);
        fields.forEach(field -> values.put(field, JSON.writeValueAsBytes(body.get(name(field)))));
        return values;
    }

    /** What is said in JSON, to be sealed. */
    static byte[] json(Record said) {
        return JSON.writeValueAsBytes(said);
    }

    /** In place of values that are not there to be sealed, for an act that is only imagined. */
    static List<Sealed> imagined(CaseId caseId, Set<PersonalField> fields) {
        return fields.stream()
                .map(field -> new Sealed(caseId, 1, field.dataClass(), field, null, "imagined"))
                .toList();
    }
}
