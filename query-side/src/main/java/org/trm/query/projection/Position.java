package org.trm.query.projection;

import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a processor has come in the event table.
 *
 * @param index the highest global index that it has seen; -1 for none
 * @param gaps the lower ones that it has not seen, because nothing was visible there yet
 */
public record Position(long index, TreeSet<Long> gaps) {
    /** Before the first event. */
    static final Position NONE = new Position(-1, new TreeSet<>());

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Reads what the processor has stored; null stands for the beginning. */
    static Position of(byte[] token) {
        return token == null ? NONE : JSON.readValue(token, Position.class);
    }

    /** Has seen only what both have seen. */
    Position least(Position other) {
        TreeSet<Long> unseen = new TreeSet<>(gaps);
        unseen.addAll(other.gaps);
        return new Position(Math.min(index, other.index), unseen);
    }

    /** Whether it has seen all that the other has. */
    boolean covers(Position other) {
        return index >= other.index && other.gaps.containsAll(gaps.headSet(other.index, true));
    }
}
