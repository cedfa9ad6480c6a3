package org.trm.events.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.trm.events.types.CaseId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Scope;
import org.trm.events.types.Sealed;

/** A sealed value opens where it was sealed, and nowhere else. */
class DataKeyTest {
    private static final CaseId CASE = CaseId.of("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    private static final byte[] KEY =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    private static DataKey key(PersonalField field, int epoch) {
        return new DataKey(new DataKeyId(CASE, Scope.of(field), epoch), SecretKey.of(KEY));
    }

    /** Both were made by another implementation, of Node.js: AES-256-GCM with the nonce 000102…0b. */
    @Test
    void whatAnotherImplementationSealedOpens() {
        Sealed identity = new Sealed(
                CASE,
                1,
                PersonalField.IDENTITY.dataClass(),
                PersonalField.IDENTITY,
                "AAECAwQFBgcICQoLPCCweqiMrmLDIPruk9NaKeyzpUlwe198OGflhR1pALIBEK78r8ESmHSkf-2Ihyg47llgjVrWo9o_lyoZ"
                        + "GOP17swDA5N09jBvUXUXX5sPH70");
        Sealed note = new Sealed(
                CASE,
                2,
                PersonalField.HEALTH_NOTE.dataClass(),
                PersonalField.HEALTH_NOTE,
                "AAECAwQFBgcICQoLPCCifr2R4CGvBfjuk5T4bYPWhzTwe198OGflhR1pALIBEK78r8ESmHSkf-2Ihyg47llgjVrWo9o_lyoZ"
                        + "GOP17kHIwTYIgqkoCvlMVEFRQ_Y");

        assertThat(key(PersonalField.IDENTITY, 1).open(identity))
                .asString(UTF_8)
                .isEqualTo("{\"familyName\":\"Doe\"}");
        assertThat(key(PersonalField.HEALTH_NOTE, 2).open(note)).asString(UTF_8).isEqualTo("{\"text\":\"Doe\"}");
    }

    @Property(tries = 200)
    void anyValueComesBackAsItWasSealed(@ForAll @Size(max = 300) byte[] value) {
        DataKey key = key(PersonalField.ACCOUNT, 1);
        assertThat(key.open(key.seal(PersonalField.ACCOUNT, value))).isEqualTo(value);
    }

    @Property(tries = 100)
    void howLongAValueIsIsHiddenInStepsOf64Bytes(@ForAll @Size(max = 300) byte[] value) {
        Sealed sealed = key(PersonalField.ACCOUNT, 1).seal(PersonalField.ACCOUNT, value);
        assertThat(Base64.getUrlDecoder().decode(sealed.ciphertext())).hasSize(12 + (value.length / 64 + 1) * 64 + 16);
    }

    @Test
    void theSameValueIsNeverSealedTheSameWay() {
        DataKey key = key(PersonalField.IDENTITY, 1);
        byte[] value = "{}".getBytes(UTF_8);
        assertThat(key.seal(PersonalField.IDENTITY, value)).isNotEqualTo(key.seal(PersonalField.IDENTITY, value));
    }

    @Test
    void aValueThatIsMovedToAnotherCaseFieldOrEpochDoesNotOpenWithTheVerySameKey() {
        Sealed sealed = key(PersonalField.IDENTITY, 1).seal(PersonalField.IDENTITY, "{}".getBytes(UTF_8));
        CaseId other = CaseId.of("019c9f3e-6a40-7d21-93c5-5f0e8a1b2c3d");

        assertRefused(new Sealed(other, 1, sealed.dataClass(), sealed.field(), sealed.ciphertext()));
        assertRefused(new Sealed(CASE, 2, sealed.dataClass(), sealed.field(), sealed.ciphertext()));
        assertRefused(new Sealed(CASE, 1, sealed.dataClass(), PersonalField.PAPERS, sealed.ciphertext()));
        assertRefused(new Sealed(
                CASE, 1, PersonalField.TRAVEL_PLAN.dataClass(), PersonalField.TRAVEL_PLAN, sealed.ciphertext()));
    }

    /** With the key that the place where it was moved to would be opened with, had that the same bytes. */
    private static void assertRefused(Sealed moved) {
        DataKey there = new DataKey(DataKeyId.of(moved), SecretKey.of(KEY));
        assertThatThrownBy(() -> there.open(moved)).isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> key(PersonalField.RISK, 1).open(moved)).isInstanceOf(Tampered.class);
    }

    @Test
    void aSingleFlippedBitAnywhereIsNoticed() {
        DataKey key = key(PersonalField.IDENTITY, 1);
        Sealed sealed = key.seal(PersonalField.IDENTITY, "{\"familyName\":\"Doe\"}".getBytes(UTF_8));
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.ciphertext());
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
            Sealed tampered = new Sealed(CASE, 1, sealed.dataClass(), sealed.field(), text);
            assertThatThrownBy(() -> key.open(tampered)).isInstanceOf(Tampered.class);
        }
    }

    @Test
    void aKeySealsNothingThatIsOfAnotherScope() {
        assertThatThrownBy(() -> key(PersonalField.HANDOVER_NOTE, 1).seal(PersonalField.HEALTH_NOTE, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neitherKeysNorValuesPrintThemselves() {
        DataKey key = key(PersonalField.IDENTITY, 1);
        Sealed sealed = key.seal(PersonalField.IDENTITY, "Doe".getBytes(UTF_8));
        assertThat(sealed.toString()).doesNotContain(sealed.ciphertext());
        assertThat(key.toString() + SecretKey.of(KEY)).doesNotContain("000102", "AAEC");
    }
}
