package org.trm.query.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * Where a page of a list ends: the values of the list's order in its last line. Clients hand it back as they got it. It
 * opens nothing: what a reader may see is checked on every page.
 */
public record Cursor(List<String> keys) {
    private static final String BETWEEN = "\u001f";
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final String EXPECTED =
            "must be a cursor that this list's next link has given for the same question";

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
            throw new IllegalArgumentException(EXPECTED, e);
        }
    }

    /** This place in the answer to one question; in that of another it would lose lines, or tell them twice. */
    Cursor in(String question) {
        List<String> marked = new ArrayList<>(keys);
        marked.add(mark(question));
        return new Cursor(marked);
    }

    /**
     * The place itself.
     *
     * @throws QueryProblem when it is one in the answer to another question, or none at all
     */
    Cursor outOf(String question) {
        Cursor place = new Cursor(keys.subList(0, keys.size() - 1));
        if (!place.in(question).equals(this)) {
            throw malformed();
        }
        return place;
    }

    /** Guards against mistakes and not against malice, which would gain nothing. */
    private String mark(String question) {
        CRC32C sum = new CRC32C();
        sum.update((question + BETWEEN + String.join(BETWEEN, keys)).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /** The key at this place, counted from 0. */
    public String key(int place) {
        if (place >= keys.size()) {
            throw malformed();
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

    /** The key at this place as something that it must be; {@code of} throws what such makers throw. */
    public <T> T key(int place, Function<String, T> of) {
        try {
            return of.apply(key(place));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static QueryProblem malformed() {
        return QueryProblem.parameter("cursor", EXPECTED);
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, keys).getBytes(StandardCharsets.UTF_8));
    }
}
