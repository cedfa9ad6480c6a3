package org.trm.deploy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void withoutWordsItTakesItsTimeAndStartsTheMechanismItself() {
        Options options = Options.of();

        assertThat(options.startsIt()).isTrue();
        assertThat(options.clients()).containsExactly(1, 8, 32, 64);
        assertThat(options.events()).isGreaterThanOrEqualTo(200_000);
    }

    @Test
    void quickIsShorterAndWhatIsSaidGoesFirst() {
        Options options = Options.of("--seconds", "7", "--quick", "--clients", "2,4");

        assertThat(options.warmUp()).isLessThan(Options.of().warmUp());
        assertThat(options.window()).isEqualTo(Duration.ofSeconds(7));
        assertThat(options.clients()).isEqualTo(List.of(2, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fast", "--seconds", "--seconds soon", "--url http://127.0.0.1:8080", "--clients 1,x"})
    void whatItDoesNotUnderstandItRefuses(String words) {
        assertThatThrownBy(() -> Options.of(words.split(" "))).isInstanceOf(Misuse.class);
    }
}
