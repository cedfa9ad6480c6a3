package org.trm.query.projection;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.Segment;

/** How far the segments of a processor have come: each takes in its share of the cases, at its own pace. */
record Positions(Map<Segment, Position> bySegment) {

    /** @param byId the positions of all segments of a processor, by the segment's number */
    static Positions of(Map<Integer, Position> byId) {
        int[] all = byId.keySet().stream().mapToInt(Integer::intValue).toArray();
        return new Positions(byId.entrySet().stream()
                .collect(Collectors.toMap(entry -> Segment.computeSegment(entry.getKey(), all), Map.Entry::getValue)));
    }

    /** What every segment has seen. */
    Position least() {
        return bySegment.values().stream().reduce(Position::least).orElse(Position.NONE);
    }

    /**
     * Whether, for every case, these have seen all that the others have. Whichever of the other's segments has come
     * furthest counts, not the slowest: somebody may have read there what it took in.
     */
    boolean cover(Positions others) {
        return others.bySegment.entrySet().stream().allMatch(other -> {
            Collection<Position> share = ofCasesSharedWith(other.getKey());
            return !share.isEmpty() && share.stream().allMatch(position -> position.covers(other.getValue()));
        });
    }

    private Collection<Position> ofCasesSharedWith(Segment other) {
        return bySegment.entrySet().stream()
                .filter(mine -> share(mine.getKey(), other))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The coarser of two segments has cases in common with the finer one either all of that one's, or none. */
    private static boolean share(Segment one, Segment other) {
        int coarser = one.getMask() & other.getMask();
        return (one.getSegmentId() & coarser) == (other.getSegmentId() & coarser);
    }
}
