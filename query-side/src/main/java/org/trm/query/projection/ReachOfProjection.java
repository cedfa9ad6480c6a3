package org.trm.query.projection;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.Segment;

/** How far a projection has come in each of its segments, each of which takes in its share of the cases at its own pace. */
record ReachOfProjection(Map<Segment, Position> bySegment) {

    /** @param byId the positions of all segments of a processor, by the segment's number */
    static ReachOfProjection of(Map<Integer, Position> byId) {
        int[] all = byId.keySet().stream().mapToInt(Integer::intValue).toArray();
        return new ReachOfProjection(byId.entrySet().stream()
                .collect(Collectors.toMap(entry -> Segment.computeSegment(entry.getKey(), all), Map.Entry::getValue)));
    }

    /** What every segment has seen. */
    Position least() {
        return bySegment.values().stream().reduce(Position::least).orElse(Position.NONE);
    }

    /**
     * Whether, of every case, these have seen all that the others have: each segment is compared with those that take in
     * the same cases. What the slowest of all has seen would not do, for somebody may have read what a quicker one took in.
     */
    boolean covers(ReachOfProjection others) {
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
