package org.trm.events.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Values by an independent tool: HMAC-SHA-256 of Python's hmac, under the key 00..1f. */
class BlindIndexTest {
    private static final byte[] KEY =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    private static String value(BlindIndex index, String normalised) {
        return HexFormat.of().toHexDigits(index.of(new OneKey("blind-index", KEY), normalised));
    }

    @Test
    void a_value_is_what_another_program_makes_of_the_same() {
        assertThat(value(BlindIndex.NAME_AND_BIRTH_DATE, "doe|jane|1990-01-31")).isEqualTo("63d55df3");
        assertThat(value(BlindIndex.FAMILY_NAME_AND_BIRTH_YEAR, "doe|1990")).isEqualTo("558f1644");
        assertThat(value(BlindIndex.SKELETON_AND_BIRTH_DATE, "ivanova|iulia|1990-01-31"))
                .isEqualTo("8f7a945b");
        assertThat(value(BlindIndex.PAPER, "ro|x0000000")).isEqualTo("3d76451f");
        assertThat(value(BlindIndex.PHONE, "+359881234567")).isEqualTo("b433df6f");
    }

    @Test
    void under_another_key_it_is_another_value() {
        byte[] other = KEY.clone();
        other[0] = 1;

        assertThat(BlindIndex.PHONE.of(new OneKey("blind-index", other), "+359881234567"))
                .isNotEqualTo(BlindIndex.PHONE.of(new OneKey("blind-index", KEY), "+359881234567"));
    }

    @Test
    void what_is_the_same_text_of_two_indices_has_two_values() {
        assertThat(Arrays.stream(BlindIndex.values()).map(index -> value(index, "the same")))
                .doesNotHaveDuplicates();
    }
}
