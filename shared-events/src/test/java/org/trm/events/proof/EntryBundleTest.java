package org.trm.events.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EntryBundleTest {
    @Test
    void eachEntryStandsAfterItsLength() {
        assertThat(EntryBundle.encode(List.of(new byte[] {7}, new byte[0], new byte[] {8, 9})))
                .containsExactly(0, 1, 7, 0, 0, 0, 2, 8, 9);
        assertThat(Arrays.copyOf(EntryBundle.encode(List.of(new byte[0xABCD])), 2))
                .containsExactly(0xAB, 0xCD);
    }

    @Property(tries = 100)
    void whatWasBundledIsReadAgain(@ForAll @Size(min = 1, max = 256) List<@Size(max = 40) byte[]> entries) {
        assertThat(EntryBundle.decode(EntryBundle.encode(entries), entries.size()))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(entries);
    }

    @Test
    void whatIsCutOrOfAnotherNumberIsRefused() {
        byte[] body = EntryBundle.encode(List.of(new byte[] {7}, new byte[] {8, 9}));

        assertThatThrownBy(() -> EntryBundle.decode(body, 3)).hasMessage("A bundle of 3 entries has 2.");
        assertThatThrownBy(() -> EntryBundle.decode(body, 1)).hasMessage("A bundle of 1 entries has 2.");
        for (int length = 1; length < body.length; length++) {
            byte[] cut = Arrays.copyOf(body, length);
            assertThatThrownBy(() -> EntryBundle.decode(cut, 2)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void noBundleIsEmptyTooLargeOrHasAnEntryThatIs() {
        List<byte[]> tooMany = Collections.nCopies(257, new byte[0]);
        List<byte[]> tooLong = List.of(new byte[0x10000]);

        assertThatThrownBy(() -> EntryBundle.encode(List.of())).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EntryBundle.encode(tooMany)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EntryBundle.encode(tooLong)).isInstanceOf(Malformed.class);
    }
}
