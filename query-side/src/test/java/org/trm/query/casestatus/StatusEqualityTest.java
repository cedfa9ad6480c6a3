package org.trm.query.casestatus;

import org.junit.jupiter.api.Test;
import org.trm.query.ViewEquality;
import org.trm.query.sample.Samples;

class StatusEqualityTest {
    @Test
    void live_rebuilt_and_past_are_the_same() {
        ViewEquality.prove(StatusView.class, Samples.stories(43, 120), 43);
    }
}
