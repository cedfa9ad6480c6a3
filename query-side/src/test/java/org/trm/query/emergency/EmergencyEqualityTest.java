package org.trm.query.emergency;

import org.junit.jupiter.api.Test;
import org.trm.query.ViewEquality;
import org.trm.query.sample.Samples;

class EmergencyEqualityTest {
    @Test
    void live_rebuilt_and_past_are_the_same() {
        ViewEquality.prove(EmergencyView.class, Samples.stories(46, 120), 46);
    }
}
