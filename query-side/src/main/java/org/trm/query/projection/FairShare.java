package org.trm.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which segments a node lets go of so that others can take them. What is free any node takes at once, so that the one that
 * starts first would have them all for ever.
 */
final class FairShare {
    /** A segment of a processor. */
    record Part(String processor, int segment) {}

    private FairShare() {}

    /**
     * What is more than this node's share; a share that does not come out even is rounded up, so that nobody hands a segment
     * round for ever.
     *
     * @param mine the parts that this node has
     * @param all how many there are, whoever has them
     * @param nodes how many take part, at least 1
     */
    static List<Part> surplus(Collection<Part> mine, int all, int nodes) {
        int share = (all + nodes - 1) / nodes;
        List<Part> sorted = new ArrayList<>(mine);
        // Of each processor the last segments go first: who has several of one keeps some of it.
        sorted.sort(Comparator.comparing(Part::segment).thenComparing(Part::processor));
        return List.copyOf(sorted.subList(Math.min(share, sorted.size()), sorted.size()));
    }
}
