package org.trm.events.types;

import java.util.Comparator;

/**
 * What is left of an event of a case after what was sealed in it was taken out.
 *
 * @param version of the case that the event made
 * @param content of what is stored of it since
 */
public record Remainder(Long version, ContentHash content) implements Comparable<Remainder> {
    private static final Comparator<Remainder> IN_ORDER = Comparator.comparing(Remainder::version)
            .thenComparing(remainder -> remainder.content().value());

    @Override
    public int compareTo(Remainder other) {
        return IN_ORDER.compare(this, other);
    }
}
