package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written about a person is read by everybody as it was written. */
class LegibleTest {
    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            strings = {
                "00AD", "061C", "200B", "200E", "200F", "202A", "202B", "202C", "202D", "202E", "2060", "2066", "2067",
                "2068", "2069", "FEFF", "FDD0", "FFFE", "1FFFF", "D800", "DFFF", "E000", "E0041"
            })
    void aCharacterThatIsNotSeenOrReordersOthersOrIsNoneIsNamedAndRefused(String hex) {
        String text = "Do" + Character.toString(Integer.parseInt(hex, 16)) + "e";

        assertThatThrownBy(() -> new Line(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+" + hex)
                .hasMessageContaining("leave it out");
        assertThatThrownBy(() -> new Prose(text)).hasMessageContaining("U+" + hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u0DC1\u0DCA\u200D\u0DBB\u0DD3",
                "\u0415\u043B\u0435\u043D\u0430",
                "Zoe\u0308",
                "\uD840\uDC00",
                "M\u00FCller\u2010L\u00FCdenscheidt"
            })
    void aNameIsKeptAsItIsSpelt(String name) {
        assertThat(new Line(name).value()).isEqualTo(name);
        assertThat(new Prose(name + "\n" + name).value()).isEqualTo(name + "\n" + name);
    }

    @Test
    void aLetterThatUnicodeGainedSinceIsOne() {
        String since = Character.toString(0x11F04);
        assertThat(Character.isDefined(0x11F04)).isFalse();

        assertThat(new Line(since).value()).isEqualTo(since);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u2003\u3000", "\u200D"})
    void whatShowsNothingIsNoText(String nothing) {
        assertThatThrownBy(() -> new Line(nothing)).hasMessage("must be " + Line.FORM);
        assertThatThrownBy(() -> new Prose(nothing)).hasMessage("must be " + Prose.FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\u0085b", "a\u2028b", "a\u2029b"})
    void aLineIsOne(String lines) {
        assertThatThrownBy(() -> new Line(lines)).hasMessage("must be " + Line.FORM);
    }
}
