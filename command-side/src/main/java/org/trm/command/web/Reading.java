package org.trm.command.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trm.events.types.Code;
import org.trm.events.types.Id;
import tools.jackson.databind.JsonNode;

/** Reads one value of a body, or says what is wrong with it; it never repeats the value. */
interface Reading {
    /** Years beyond which a date is a slip of the keyboard. */
    int FIRST_YEAR = 1900;

    int LAST_YEAR = 2199;

    /** No number of things, and no number of days, that anybody means is larger. */
    int LARGEST_INT = 10_000;

    /** @return null when there is an error, which has been added */
    Object read(JsonNode node, String pointer, FieldErrors errors);

    /** @throws IllegalArgumentException when the edge has no form for such a type, which is a defect */
    static Reading of(Type type) {
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            return many.getRawType() == Map.class ? map((Class<?>) of[0], of(of[1])) : set(of(of[0]));
        }
        Class<?> kind = (Class<?>) type;
        if (kind == boolean.class) {
            return flag();
        } else if (kind == Long.class) {
            return number(Long.MAX_VALUE, JsonNode::longValue);
        } else if (kind == int.class) {
            return number(LARGEST_INT, JsonNode::intValue);
        } else if (kind == LocalDate.class) {
            return text("a date such as 2026-11-24, from the years 1900 to 2199", Reading::date);
        } else if (kind == Instant.class) {
            return text("an instant with its offset such as 2026-11-24T14:00:00Z", Reading::instant);
        } else if (kind.isEnum()) {
            return name(kind);
        } else if (Id.class.isAssignableFrom(kind)) {
            return text("a UUID in its usual form of 36 characters", One.id(kind));
        } else if (Code.class.isAssignableFrom(kind)
                || kind == Line.class
                || kind == Prose.class
                || kind == FileContent.class) {
            return text(null, One.code(kind));
        } else if (kind == JsonNode.class) {
            return content();
        } else if (kind.isRecord()) {
            return Form.part(kind);
        }
        throw new IllegalArgumentException("No way to read a " + type);
    }

    /** The content of another act, which is read when it is known which. */
    private static Reading content() {
        return (node, pointer, errors) -> {
            if (!node.isObject()) {
                errors.add(pointer, "WRONG_TYPE", "must be an object");
            }
            return node;
        };
    }

    private static Reading flag() {
        return (node, pointer, errors) -> {
            if (node.isBoolean()) {
                return node.booleanValue();
            }
            errors.add(pointer, "WRONG_TYPE", "must be true or false");
            return null;
        };
    }

    private static Reading number(long largest, Function<JsonNode, Object> value) {
        String expected = largest == Long.MAX_VALUE ? "" : " of at most " + largest;
        return (node, pointer, errors) -> {
            if (node.isIntegralNumber()
                    && node.canConvertToLong()
                    && node.longValue() > 0
                    && node.longValue() <= largest) {
                return value.apply(node);
            }
            errors.add(pointer, "WRONG_TYPE", "must be a positive whole number" + expected);
            return null;
        };
    }

    private static Reading name(Class<?> vocabulary) {
        Map<String, Object> names = new LinkedHashMap<>();
        Arrays.stream(vocabulary.getEnumConstants()).forEach(c -> names.put(((Enum<?>) c).name(), c));
        String expected = "must be one of " + names.keySet().stream().collect(Collectors.joining(", "));
        return (node, pointer, errors) -> {
            Object constant = node.isString() ? names.get(node.stringValue()) : null;
            if (constant == null) {
                errors.add(pointer, node.isString() ? "UNKNOWN_CODE" : "WRONG_TYPE", expected);
            }
            return constant;
        };
    }

    /** @param expected null when what the parser throws says it */
    private static Reading text(String expected, Function<String, Object> parser) {
        return (node, pointer, errors) -> {
            if (!node.isString()) {
                errors.add(pointer, "WRONG_TYPE", expected == null ? "must be a text" : "must be " + expected);
                return null;
            }
            try {
                return parser.apply(node.stringValue());
            } catch (IllegalArgumentException | DateTimeException e) {
                errors.add(pointer, "INVALID", expected == null ? e.getMessage() : "must be " + expected);
                return null;
            }
        };
    }

    private static Reading set(Reading element) {
        return (node, pointer, errors) -> {
            if (!node.isArray()) {
                errors.add(pointer, "WRONG_TYPE", "must be a list");
                return null;
            }
            Set<Object> values = new LinkedHashSet<>();
            for (int i = 0; i < node.size(); i++) {
                Object value = element.read(node.get(i), pointer + "/" + i, errors);
                if (value != null && !values.add(value)) {
                    errors.add(pointer + "/" + i, "REPEATED", "must stand in the list once");
                }
            }
            return values;
        };
    }

    /** An object with a field for every code of a vocabulary. */
    private static Reading map(Class<?> vocabulary, Reading value) {
        Map<String, Object> keys = new LinkedHashMap<>();
        Arrays.stream(vocabulary.getEnumConstants()).forEach(c -> keys.put(((Enum<?>) c).name(), c));
        return (node, pointer, errors) -> {
            if (!node.isObject()) {
                errors.add(pointer, "WRONG_TYPE", "must be an object");
                return null;
            }
            Map<Object, Object> values = new LinkedHashMap<>();
            keys.forEach((name, key) -> {
                if (node.hasNonNull(name)) {
                    values.put(key, value.read(node.get(name), pointer + "/" + name, errors));
                } else {
                    errors.add(pointer + "/" + name, "REQUIRED", "must be given");
                }
            });
            errors.unknownBeside(keys.keySet(), node, pointer);
            return values;
        };
    }

    private static Object date(String text) {
        return plausible(LocalDate.parse(text));
    }

    private static Object instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        plausible(time.toLocalDate());
        return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static LocalDate plausible(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("year");
        }
        return date;
    }
}
