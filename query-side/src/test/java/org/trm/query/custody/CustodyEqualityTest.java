package org.trm.query.custody;

import org.junit.jupiter.api.Test;
import org.trm.query.ViewEquality;
import org.trm.query.sample.Samples;

class CustodyEqualityTest {
    @Test
    void live_rebuilt_and_past_are_the_same() {
        ViewEquality.prove(CustodyView.class, Samples.stories(42, 120), 42);
    }
}
