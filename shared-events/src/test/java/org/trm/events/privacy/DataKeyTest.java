package org.trm.events.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.trm.events.types.CaseId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.DocumentId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Scope;
import org.trm.events.types.Sealed;

/** A sealed value opens where it was sealed, and nowhere else. */
class DataKeyTest {
    private static final CaseId CASE = CaseId.of("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    private static final UUID ACT = UUID.fromString("019c9f3e-6a40-7d21-93c5-5f0e8a1b2c3d");
    private static final byte[] KEY =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    private static DataKey key(PersonalField field, int epoch) {
        return new DataKey(new DataKeyId(CASE, Scope.of(field), epoch), SecretKey.of(KEY));
    }

    /** All were made by another implementation, of Node.js: AES-256-GCM with the nonce 000102…0b. */
    @Test
    void whatAnotherImplementationSealedOpens() {
        Sealed identity = made(
                PersonalField.IDENTITY,
                1,
                ACT,
                "AAECAwQFBgcICQoLPCCweqiMrmLDIPruk9NaKeyzpUlwe198OGflhR1pALIBEK78r8ESmHSkf-2Ihyg47llgjVrWo9o_lyoZ"
                        + "GOP17sbacV-SLnFEZHlMCjx8Ijs");
        Sealed note = made(
                PersonalField.HEALTH_NOTE,
                2,
                ACT,
                "AAECAwQFBgcICQoLPCCifr2R4CGvBfjuk5T4bYPWhzTwe198OGflhR1pALIBEK78r8ESmHSkf-2Ihyg47llgjVrWo9o_lyoZ"
                        + "GOP17rXO-N8ednsxWwGzEIoHhiQ");

        assertThat(opened(identity)).isEqualTo("{\"familyName\":\"Doe\"}");
        assertThat(opened(note)).isEqualTo("{\"text\":\"Doe\"}");
    }

    /** Made by the same: a document of the case's papers with this id, padded to 4 KiB. */
    @Test
    void aDocumentIsSealedAsAnotherImplementationSealsIt() {
        byte[] nonce = Arrays.copyOf(KEY, 12);
        byte[] padded = Arrays.copyOf("%PDF-1.7 synthetic\u0080".getBytes(ISO_8859_1), 4096);
        byte[] sealed =
                encrypted(nonce, padded, "trm/document/v1\n" + CASE + "\n1\nB\nPAPERS\n" + new DocumentId(ACT) + "\n");

        assertThat(ContentHash.of(sealed))
                .hasToString("90bda39d0942718dfe8f57952bca11c01ec9b8793f7e34986b6b62a6400a6648");
        assertThat(key(PersonalField.PAPERS, 1).open(PersonalField.PAPERS, new DocumentId(ACT), sealed))
                .asString(UTF_8)
                .isEqualTo("%PDF-1.7 synthetic");
    }

    /** By the platform alone, without the library that seals. */
    private static byte[] encrypted(byte[] nonce, byte[] plain, String context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(context.getBytes(UTF_8));
            byte[] encrypted = cipher.doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, nonce.length + encrypted.length);
            System.arraycopy(encrypted, 0, all, nonce.length, encrypted.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property(tries = 20)
    void aDocumentComesBackAsItWasSealedAndAsNoOther(@ForAll @Size(max = 9_000) byte[] content) {
        DataKey key = key(PersonalField.PAPERS, 1);
        byte[] sealed = key.seal(PersonalField.PAPERS, new DocumentId(ACT), content);

        assertThat(sealed).hasSize(12 + (content.length / 4096 + 1) * 4096 + 16);
        assertThat(key.open(PersonalField.PAPERS, new DocumentId(ACT), sealed)).isEqualTo(content);
        assertThatThrownBy(() -> key.open(PersonalField.PAPERS, new DocumentId(CASE.value()), sealed))
                .isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> key.open(PersonalField.IDENTITY, new DocumentId(ACT), sealed))
                .isInstanceOf(Tampered.class);
    }

    @Test
    void whatWasSealedBeforeActsWereBoundOpensStill() {
        Sealed identity = made(
                PersonalField.IDENTITY,
                1,
                null,
                "AAECAwQFBgcICQoLPCCweqiMrmLDIPruk9NaKeyzpUlwe198OGflhR1pALIBEK78r8ESmHSkf-2Ihyg47llgjVrWo9o_lyoZ"
                        + "GOP17swDA5N09jBvUXUXX5sPH70");

        assertThat(opened(identity)).isEqualTo("{\"familyName\":\"Doe\"}");
    }

    private static Sealed made(PersonalField field, int epoch, UUID act, String ciphertext) {
        return new Sealed(CASE, epoch, field.dataClass(), field, act, ciphertext);
    }

    private static String opened(Sealed sealed) {
        return new String(key(sealed.field(), sealed.epoch()).open(sealed), UTF_8);
    }

    @Property(tries = 200)
    void anyValueComesBackAsItWasSealed(@ForAll @Size(max = 300) byte[] value) {
        DataKey key = key(PersonalField.ACCOUNT, 1);
        assertThat(key.open(key.seal(PersonalField.ACCOUNT, ACT, value))).isEqualTo(value);
    }

    @Property(tries = 100)
    void howLongAValueIsIsHiddenInStepsOf64Bytes(@ForAll @Size(max = 300) byte[] value) {
        Sealed sealed = key(PersonalField.ACCOUNT, 1).seal(PersonalField.ACCOUNT, ACT, value);
        assertThat(Base64.getUrlDecoder().decode(sealed.ciphertext())).hasSize(12 + (value.length / 64 + 1) * 64 + 16);
    }

    @Test
    void theSameValueIsNeverSealedTheSameWay() {
        DataKey key = key(PersonalField.IDENTITY, 1);
        byte[] value = "{}".getBytes(UTF_8);
        assertThat(key.seal(PersonalField.IDENTITY, ACT, value))
                .isNotEqualTo(key.seal(PersonalField.IDENTITY, ACT, value));
    }

    @Test
    void aValueThatIsMovedToAnotherCaseFieldEpochOrActDoesNotOpenWithTheVerySameKey() {
        Sealed sealed = key(PersonalField.IDENTITY, 1).seal(PersonalField.IDENTITY, ACT, "{}".getBytes(UTF_8));
        CaseId other = CaseId.of("019c9f3e-6a40-7d21-93c5-5f0e8a1b2c3d");

        assertRefused(new Sealed(other, 1, sealed.dataClass(), sealed.field(), ACT, sealed.ciphertext()));
        assertRefused(made(PersonalField.IDENTITY, 2, ACT, sealed.ciphertext()));
        assertRefused(made(PersonalField.PAPERS, 1, ACT, sealed.ciphertext()));
        assertRefused(made(PersonalField.TRAVEL_PLAN, 1, ACT, sealed.ciphertext()));
        assertRefused(made(PersonalField.IDENTITY, 1, new UUID(1, 1), sealed.ciphertext()));
        assertRefused(made(PersonalField.IDENTITY, 1, null, sealed.ciphertext()));
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
        Sealed sealed = key.seal(PersonalField.IDENTITY, ACT, "{\"familyName\":\"Doe\"}".getBytes(UTF_8));
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.ciphertext());
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
            Sealed tampered = made(PersonalField.IDENTITY, 1, ACT, text);
            assertThatThrownBy(() -> key.open(tampered)).isInstanceOf(Tampered.class);
        }
    }

    @Test
    void aKeySealsNothingThatIsOfAnotherScope() {
        assertThatThrownBy(() -> key(PersonalField.HANDOVER_NOTE, 1).seal(PersonalField.HEALTH_NOTE, ACT, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neitherKeysNorValuesPrintThemselves() {
        DataKey key = key(PersonalField.IDENTITY, 1);
        Sealed sealed = key.seal(PersonalField.IDENTITY, ACT, "Doe".getBytes(UTF_8));
        assertThat(sealed.toString()).doesNotContain(sealed.ciphertext());
        assertThat(key.toString() + SecretKey.of(KEY)).doesNotContain("000102", "AAEC");
    }
}
