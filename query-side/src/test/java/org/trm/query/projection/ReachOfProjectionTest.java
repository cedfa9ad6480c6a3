package org.trm.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A generation is read in place of another only when nobody is taken back in time by it. */
class ReachOfProjectionTest {

    private static Position at(long index, Long... unseen) {
        return new Position(index, new TreeSet<>(List.of(unseen)));
    }

    private static ReachOfProjection segments(Position... positions) {
        return ReachOfProjection.of(IntStream.range(0, positions.length)
                .boxed()
                .collect(Collectors.toMap(segment -> segment, segment -> positions[segment])));
    }

    @Test
    void as_far_as_the_slowest_segment_is_not_far_enough() {
        assertThat(segments(at(7), at(7)).covers(segments(at(12), at(5)))).isFalse();
        assertThat(segments(at(12), at(7)).covers(segments(at(12), at(5)))).isTrue();
    }

    @Test
    void a_segment_without_cases_of_its_own_need_not_come_as_far_as_another() {
        assertThat(segments(at(12), at(5)).covers(segments(at(12), at(5)))).isTrue();
    }

    @Test
    void what_was_not_visible_yet_to_the_one_must_not_have_been_seen_by_the_other() {
        assertThat(segments(at(12, 9L)).covers(segments(at(12)))).isFalse();
        assertThat(segments(at(12, 9L)).covers(segments(at(12, 9L)))).isTrue();
        assertThat(segments(at(12, 9L)).covers(segments(at(8)))).isTrue();
    }

    @Test
    void segments_are_compared_with_all_that_have_cases_in_common_with_them() {
        ReachOfProjection two = segments(at(8), at(4));

        assertThat(segments(at(8)).covers(two)).isTrue();
        assertThat(segments(at(7)).covers(two)).isFalse();
        assertThat(segments(at(8), at(4), at(8), at(4)).covers(two)).isTrue();
        assertThat(segments(at(8), at(4), at(7), at(4)).covers(two)).isFalse();
        assertThat(segments(at(8), at(4), at(8), at(3)).covers(two)).isFalse();
    }

    @Test
    void one_that_has_not_begun_covers_only_another_that_has_not() {
        ReachOfProjection none = ReachOfProjection.of(Map.of());

        assertThat(none.covers(segments(at(0)))).isFalse();
        assertThat(none.covers(none)).isTrue();
        assertThat(segments(at(0)).covers(none)).isTrue();
        assertThat(segments(Position.NONE).covers(segments(at(0)))).isFalse();
        assertThat(segments(at(0)).covers(segments(Position.NONE))).isTrue();
    }

    @Test
    void all_together_have_seen_what_the_slowest_has() {
        assertThat(segments(at(12, 9L), at(11, 3L)).least()).isEqualTo(at(11, 3L, 9L));
        assertThat(ReachOfProjection.of(Map.of()).least()).isEqualTo(Position.NONE);
    }
}
