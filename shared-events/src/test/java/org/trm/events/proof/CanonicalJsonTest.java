package org.trm.events.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static String json(Map<String, String> map) {
        return new String(CanonicalJson.bytes(map), StandardCharsets.UTF_8);
    }

    /** RFC 8785, 3.2.3. */
    @Test
    void namesAreOrderedAsTheStandardOrdersItsExample() {
        assertThat(json(Map.of(
                        "\u20ac", "Euro Sign",
                        "\r", "Carriage Return",
                        "\ufb33", "Hebrew Letter Dalet With Dagesh",
                        "1", "One",
                        "\ud83d\ude00", "Emoji: Grinning Face",
                        "\u0080", "Control",
                        "\u00f6", "Latin Small Letter O With Diaeresis")))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785, 3.2.2.2 and its example in 3.2.2. */
    @Test
    void textIsQuotedAsTheStandardQuotesItsExample() {
        assertThat(json(Map.of("string", "\u20ac$\u000f\nA'B\"\\\\\"/")))
                .isEqualTo("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void equalMapsHaveEqualBytesAndAnEmptyOneHasBraces() {
        assertThat(json(Map.of("b", "2", "a", "1"))).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
        assertThat(json(Map.of())).isEqualTo("{}");
    }

    @Test
    void wholeNumbersStandAsTheyAreUnlessSomebodyWouldRoundThem() {
        assertThat(CanonicalJson.bytes(Map.of("n", (1L << 53) - 1))).asString().isEqualTo("{\"n\":9007199254740991}");
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("n", 1L << 53))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("n", -1L))).isInstanceOf(Malformed.class);
    }
}
