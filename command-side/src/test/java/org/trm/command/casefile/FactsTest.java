package org.trm.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trm.events.IntakeEvent.IndicatorsRecorded;
import org.trm.events.IntakeEvent.NeedsAssessed;

class FactsTest {
    private final Facts before = Facts.NONE.with(1, NeedsAssessed.class).with(4, IndicatorsRecorded.class);

    @Test
    void aFactStandsAtItsVersionAndNowhereElse() {
        assertThat(before.standsAt(1, NeedsAssessed.class)).isTrue();
        assertThat(before.standsAt(4, IndicatorsRecorded.class)).isTrue();
        assertThat(before.standsAt(4, NeedsAssessed.class)).isFalse();
        assertThat(before.standsAt(2, NeedsAssessed.class)).isFalse();
        assertThat(before.standsAt(5, IndicatorsRecorded.class)).isFalse();
        assertThat(before.standsAt(0, NeedsAssessed.class)).isFalse();
        assertThat(before.standsAt(Long.MAX_VALUE, NeedsAssessed.class)).isFalse();
    }

    @Test
    void whatFollowsChangesNothingOfWhatWas() {
        Facts corrected = before.without(1).with(5, NeedsAssessed.class);

        assertThat(corrected.standsAt(1, NeedsAssessed.class)).isFalse();
        assertThat(corrected.standsAt(5, NeedsAssessed.class)).isTrue();
        assertThat(before.standsAt(1, NeedsAssessed.class)).isTrue();
        assertThat(before.standsAt(5, NeedsAssessed.class)).isFalse();
    }

    @Test
    void equalFactsAreEqual() {
        assertThat(before)
                .isEqualTo(Facts.NONE.with(1, NeedsAssessed.class).with(4, IndicatorsRecorded.class))
                .isNotEqualTo(before.without(4));
    }
}
