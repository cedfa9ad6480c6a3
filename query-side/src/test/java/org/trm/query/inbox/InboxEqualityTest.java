package org.trm.query.inbox;

import org.junit.jupiter.api.Test;
import org.trm.query.ViewEquality;
import org.trm.query.sample.Samples;

class InboxEqualityTest {
    @Test
    void live_rebuilt_and_past_are_the_same() {
        ViewEquality.prove(InboxView.class, Samples.stories(44, 120), 44);
    }
}
