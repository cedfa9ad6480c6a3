package org.trm.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trm.query.projection.FairShare.Part;

class FairShareTest {
    private static List<Part> parts(String processor, int segments) {
        return IntStream.range(0, segments)
                .mapToObj(segment -> new Part(processor, segment))
                .toList();
    }

    @Test
    void who_is_alone_keeps_everything() {
        assertThat(FairShare.surplus(parts("a", 4), 4, 1)).isEmpty();
    }

    @Test
    void who_has_everything_lets_go_of_half_when_another_comes() {
        assertThat(FairShare.surplus(parts("a", 4), 4, 2)).containsExactly(new Part("a", 2), new Part("a", 3));
    }

    @Test
    void what_cannot_be_halved_is_not_handed_round() {
        assertThat(FairShare.surplus(parts("a", 4), 7, 2)).isEmpty();
        assertThat(FairShare.surplus(parts("a", 3), 7, 2)).isEmpty();
    }

    @Test
    void who_has_less_than_her_share_lets_go_of_nothing() {
        assertThat(FairShare.surplus(parts("a", 1), 8, 2)).isEmpty();
    }

    @Test
    void of_several_views_each_keeps_its_first_segments() {
        List<Part> mine = List.of(new Part("a", 0), new Part("a", 1), new Part("b", 0), new Part("b", 1));
        assertThat(FairShare.surplus(mine, 4, 2)).containsExactly(new Part("a", 1), new Part("b", 1));
    }
}
