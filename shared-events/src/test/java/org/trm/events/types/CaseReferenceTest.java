package org.trm.events.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseReferenceTest {
    private static final CountryCode BG = CountryCode.of("BG");

    @Test
    void aNewReferenceHasThreeGroupsAndACheckCharacter() {
        CaseId caseId = CaseId.of("019c9f3e-6a40-7d21-93c5-5f0e8a1b2c3d");
        assertThat(CaseReference.of(BG, caseId).value()).isEqualTo("BG-7HAZ-1T51-PB1X-X");
    }

    @Test
    void casesWhoseIdsEndAlikeHaveReferencesOfTheirOwn() {
        Random random = new Random(1);
        Set<CaseReference> references = new HashSet<>();
        for (int n = 0; n < 10_000; n++) {
            long bits = 0x8000_0000_0000_0000L | (random.nextLong() & 0x3FFF_FF00_0000_0000L) | 0x12_3456_789AL;
            references.add(CaseReference.of(BG, new CaseId(new UUID(0x7000L, bits))));
        }
        assertThat(references).hasSizeGreaterThan(9_900);
    }

    @Test
    void everyReferenceThatIsGivenIsSpeltRight() {
        Random random = new Random(2);
        for (int n = 0; n < 1_000; n++) {
            CaseReference given = CaseReference.of(BG, new CaseId(new UUID(0x7000L, random.nextLong())));
            assertThat(CaseReference.of(given.value())).isEqualTo(given);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BG-7K3M-9QXZ-4T2V-J", "bg-7k3m-9qxz-4t2v-j", "BG-1T51-PB1X-P", "Bg-1t51-Pb1x-p"})
    void aReferenceOfEitherLengthIsReadInCapitalAndSmallLetters(String written) {
        assertThat(written).isEqualToIgnoringCase(CaseReference.of(written).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BG-7K3M-9QXZ-4T2V-8",
                "BG-7K3N-9QXZ-4T2V-J",
                "BG-K73M-9QXZ-4T2V-J",
                "BG-1T51-PB1X-Q",
                "BG-7K3M-9QXZ-OT2V-J"
            })
    void aCharacterThatIsWrongIsNoticed(String written) {
        assertThatThrownBy(() -> CaseReference.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("a character of this one is wrong");
    }
}
