package org.trm.events.types;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Sets of codes in the order of their vocabulary, so that the same set is always written the same way. */
public final class Vocabulary {
    private Vocabulary() {}

    /** An unmodifiable copy in the vocabulary's order; empty for null. */
    public static <E extends Enum<E>> Set<E> ordered(Class<E> vocabulary, Collection<E> codes) {
        EnumSet<E> ordered = EnumSet.noneOf(vocabulary);
        if (codes != null) {
            ordered.addAll(codes);
        }
        return Collections.unmodifiableSet(ordered);
    }
}
