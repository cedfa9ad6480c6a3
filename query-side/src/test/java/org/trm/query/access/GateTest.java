package org.trm.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GateTest {
    /** By which {@code StrictHttpFirewall} judges the name of a header, unless told otherwise. */
    private static final Pattern STRICT = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    @Test
    void no_character_is_judged_otherwise_than_by_the_strict_firewall() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            assertThat(Gate.printable("a" + c))
                    .as("character %04x", (int) c)
                    .isEqualTo(STRICT.matcher("a" + c).matches());
        }
    }
}
