package org.trm.command.casefile;

import java.util.Arrays;
import org.trm.events.CaseEvent;

/**
 * Which kind of fact stands, uncorrected, at each version of a case. It never changes; what follows it is a copy, made so
 * that the five hundredth event of a case costs hardly more than the tenth.
 */
final class Facts {
    static final Facts NONE = new Facts(new Class<?>[0]);

    /** By version, of which the first is 1; null where no fact stands. */
    private final Class<?>[] kinds;

    private Facts(Class<?>[] kinds) {
        this.kinds = kinds;
    }

    Facts with(long version, Class<? extends CaseEvent> kind) {
        Class<?>[] more = Arrays.copyOf(kinds, Math.toIntExact(version));
        more[more.length - 1] = kind;
        return new Facts(more);
    }

    /** Without the fact at a version at which one stands. */
    Facts without(long version) {
        Class<?>[] fewer = kinds.clone();
        fewer[Math.toIntExact(version) - 1] = null;
        return new Facts(fewer);
    }

    boolean standsAt(long version, Class<? extends CaseEvent> kind) {
        return version >= 1 && version <= kinds.length && kinds[(int) version - 1] == kind;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && Arrays.equals(kinds, facts.kinds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(kinds);
    }

    @Override
    public String toString() {
        return Arrays.toString(kinds);
    }
}
