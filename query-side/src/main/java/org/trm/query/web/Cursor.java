package org.trm.query.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where a page of a list ends: the values of the list's order in its last line. Clients hand it back as they got it. It
 * opens nothing: what a reader may see is checked on every page.
 */
public record Cursor(List<String> keys) {
    private static final String BETWEEN = "\u001f";
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor at(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(String::valueOf).toList());
    }

    /** @throws IllegalArgumentException when the text is no cursor */
    public static Cursor of(String text) {
        try {
            String keys = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(Arrays.asList(keys.split(BETWEEN, -1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a cursor that a list's next link has given", e);
        }
    }

    /** The key at this place, counted from 0. */
    public String key(int place) {
        if (place >= keys.size()) {
            throw QueryProblem.parameter("cursor", "must be a cursor that this list's next link has given");
        }
        return keys.get(place);
    }

    /** The key at this place as an instant; one that no store could compare is none. */
    public Instant instant(int place) {
        return key(place, text -> {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
                throw new DateTimeException("Not an instant of this list");
            }
            return instant;
        });
    }

    /** The key at this place as a UUID. */
    public UUID uuid(int place) {
        return key(place, UUID::fromString);
    }

    /** The key at this place as a whole number. */
    public long number(int place) {
        return key(place, Long::valueOf);
    }

    private <T> T key(int place, Function<String, T> of) {
        try {
            return of.apply(key(place));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw QueryProblem.parameter("cursor", "must be a cursor that this list's next link has given");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, keys).getBytes(StandardCharsets.UTF_8));
    }
}
