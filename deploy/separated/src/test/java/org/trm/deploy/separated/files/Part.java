package org.trm.deploy.separated.files;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A place in a document, which may have nothing in it. */
record Part(String name, Object value) {

    static Part of(Object value) {
        return new Part("", value);
    }

    /** What stands there, by the names of maps and the places in lists. */
    Part at(Object... path) {
        Object found = value;
        for (Object step : path) {
            if (found instanceof Map<?, ?> map) {
                found = map.get(step);
            } else if (found instanceof List<?> list && step instanceof Integer place && place < list.size()) {
                found = list.get(place);
            } else {
                found = null;
            }
        }
        return new Part(String.valueOf(path[path.length - 1]), found);
    }

    boolean isThere() {
        return value != null;
    }

    String text() {
        return Objects.toString(value, "");
    }

    int number() {
        return Integer.parseInt(text());
    }

    /** Those of a list, or those of a map with their names. */
    Stream<Part> each() {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(entry -> new Part(String.valueOf(entry.getKey()), entry.getValue()));
        }
        return value instanceof List<?> list ? list.stream().map(one -> new Part("", one)) : Stream.of();
    }

    List<String> texts() {
        return each().map(Part::text).toList();
    }

    List<String> names() {
        return each().map(Part::name).toList();
    }

    /** All that is said anywhere within, maps and lists left out. */
    Stream<Part> leaves() {
        return value instanceof Map || value instanceof List ? each().flatMap(Part::leaves) : Stream.of(this);
    }

    /** Its name alone: what is within can be long. */
    @Override
    public String toString() {
        return name;
    }
}
