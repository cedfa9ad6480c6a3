package org.trm.query.audit.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How one JSON value differs from another: field by field, and in lists of named things name by name, so that one that came
 * or went makes no difference of those behind it. What came or went is told as a whole, and other lists are compared so.
 * Pure.
 */
final class Difference {
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();
    private static final List<String> NAMING = List.of("limit", "referralId");

    private final List<Changed> changes = new ArrayList<>();

    private Difference() {}

    /** @param before null when there was nothing, as is {@code after} */
    static List<Changed> between(JsonNode before, JsonNode after) {
        Difference difference = new Difference();
        difference.compare("", before == null ? NOTHING : before, after == null ? NOTHING : after);
        return List.copyOf(difference.changes);
    }

    private void compare(String place, JsonNode before, JsonNode after) {
        JsonNode was = nothing(before) ? null : before;
        JsonNode is = nothing(after) ? null : after;
        if (Objects.equals(was, is)) {
            return;
        }
        if (!hasParts(was) || !hasParts(is)) {
            changes.add(new Changed(place, was, is));
            return;
        }
        Map<String, JsonNode> then = parts(was);
        Map<String, JsonNode> now = parts(is);
        Set<String> names = new LinkedHashSet<>(then.keySet());
        names.addAll(now.keySet());
        names.forEach(name -> compare(place + "/" + name, then.get(name), now.get(name)));
    }

    private static boolean nothing(JsonNode value) {
        return value == null || value.isNull();
    }

    private static boolean hasParts(JsonNode value) {
        return value != null
                && (value.isObject()
                        || value.isArray()
                                && value.valueStream()
                                        .noneMatch(element -> name(element).isEmpty()));
    }

    private static Map<String, JsonNode> parts(JsonNode value) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        if (value.isObject()) {
            value.forEachEntry(parts::put);
        } else {
            value.forEach(element -> parts.put(name(element), element));
        }
        return parts;
    }

    private static String name(JsonNode element) {
        return NAMING.stream()
                .flatMap(field -> Stream.of(element.path(field)).filter(JsonNode::isString))
                .map(JsonNode::stringValue)
                .collect(Collectors.joining(":"));
    }
}
