package org.trm.query.sample;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trm.events.CaseEvent;
import org.trm.query.ViewEquality;

class TallyEqualityTest {
    @Test
    void live_rebuilt_and_past_are_the_same() {
        long seed = 31;
        Random lengths = new Random(seed);
        Stories stories = new Stories(seed);
        List<List<CaseEvent>> cases = Stream.generate(() -> stories.story(1 + lengths.nextInt(12)))
                .limit(300)
                .toList();
        ViewEquality.prove(TallyView.class, cases, seed);
    }
}
