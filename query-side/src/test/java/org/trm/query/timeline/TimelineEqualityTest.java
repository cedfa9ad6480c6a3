package org.trm.query.timeline;

import org.junit.jupiter.api.Test;
import org.trm.query.ViewEquality;
import org.trm.query.sample.Samples;

class TimelineEqualityTest {
    @Test
    void live_rebuilt_and_past_are_the_same() {
        ViewEquality.prove(TimelineView.class, Samples.stories(41, 120), 41);
    }
}
