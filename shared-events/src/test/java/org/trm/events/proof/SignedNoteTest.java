package org.trm.events.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trm.events.proof.SampleLog.COSIGNER;
import static org.trm.events.proof.SampleLog.LOG;
import static org.trm.events.proof.SampleLog.SEEN;
import static org.trm.events.proof.SampleLog.SIGNER;
import static org.trm.events.proof.SampleLog.WITNESS;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose text it is, is beyond doubt or not said. The known bytes were also made by another implementation, in Go. */
class SignedNoteTest {
    private static final String TEXT = "trm.example/ledger\n3\nLP73YnWX4AtWSXV3Stco7yEHBnWfym1kE4xt/By/LNo=\n";
    private static final String NOTE = TEXT
            + "\n\u2014 trm.example/ledger cZ+ShBdjmYs9nde6Sy3DLSj/Kjuktcctc9MibDeOakkk4xCXnAmKTdawKtBSK/jflq3BetBDoZcZr+K9"
            + "gV8lEj7+sQY=\n"
            + "\u2014 witness.example/w1 IDJKvgAAAABlU/EAvOWL8+DshShI+oTGx+mJDGoPki33LSUq4n7aG3REdBy/ff/NFdzdF/MbaXb4nsNrk3HG"
            + "WGqRtlJ+2NLu/aOADg==\n";

    private static SignedNote note(String note) {
        return SignedNote.parse(note.getBytes(UTF_8));
    }

    @Test
    void aLogAndAWitnessSignByteByByteAsIsKnown() {
        SignedNote signed = new SignedNote(TEXT, List.of(SIGNER.sign(TEXT), COSIGNER.cosign(TEXT, SEEN)));

        assertThat(signed).hasToString(NOTE);
        assertThat(signed.bytes()).isEqualTo(NOTE.getBytes(UTF_8));
        assertThat(note(NOTE)).isEqualTo(signed);
        assertThat(signed.verify(List.of(LOG, WITNESS))).containsExactly(LOG, WITNESS);
    }

    @Test
    void whatAWitnessSawIsKnownWithItsTime() {
        assertThat(Cosignature.verified(note(NOTE), List.of(LOG, WITNESS)))
                .containsExactly(new Cosignature(WITNESS, SEEN));
        assertThat(Cosignature.verified(new SignedNote(TEXT, List.of(SIGNER.sign(TEXT))), List.of(WITNESS)))
                .isEmpty();
    }

    @Test
    void whatAWitnessDidNotSeeIsRefused() {
        SignedNote other = new SignedNote("Something else\n", note(NOTE).signatures());

        assertThatThrownBy(() -> Cosignature.verified(other, List.of(WITNESS)))
                .isInstanceOf(Unproven.class)
                .hasMessage("The signature of witness.example/w1 is not under this text.");
    }

    @Test
    void aWitnessSaysWhenItSawSomething() {
        SignedNote timeless = note(TEXT + "\n\u2014 witness.example/w1 IDJKvgAAAAA=\n");

        assertThatThrownBy(() -> timeless.verify(List.of(WITNESS)))
                .isInstanceOf(Unproven.class)
                .hasMessage("A cosignature does not say when it was made.");
        assertThatThrownBy(() -> COSIGNER.cosign(TEXT, -1)).isInstanceOf(Unproven.class);
    }

    @Test
    void strangersSayNothing() {
        VerifierKey stranger = pair("other.example").key();

        assertThat(note(NOTE).verify(List.of(LOG))).containsExactly(LOG);
        assertThat(note(NOTE).verify(List.of(stranger, WITNESS))).containsExactly(WITNESS);
        assertThatThrownBy(() -> note(NOTE).verify(List.of(stranger)))
                .isInstanceOf(Unproven.class)
                .hasMessage("The signed note is signed by none of other.example.");
    }

    /** One of the same name is another key, which its four bytes tell apart. */
    @Test
    void whoBorrowsANameIsAStranger() {
        NoteSigner impostor = pair(LOG.name());
        SignedNote forged = new SignedNote(TEXT, List.of(impostor.sign(TEXT)));

        assertThatThrownBy(() -> forged.verify(List.of(LOG))).isInstanceOf(Unproven.class);
        assertThat(forged.plus(SIGNER.sign(TEXT)).verify(List.of(LOG))).containsExactly(LOG);
    }

    @Test
    void aKnownKeyWithAWrongSignatureSpoilsTheRest() {
        NoteSignature elsewhere = SIGNER.sign("Something else\n");
        SignedNote spoiled = note(NOTE).plus(elsewhere);

        assertThatThrownBy(() -> spoiled.verify(List.of(LOG, WITNESS)))
                .hasMessage("The signature of trm.example/ledger is not under this text.");
        assertThat(spoiled.verify(List.of(WITNESS))).containsExactly(WITNESS);
    }

    @Test
    void noBitOfAnyLineMayBeFlipped() {
        byte[] bytes = NOTE.getBytes(UTF_8);
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = Flips.flipped(bytes, bit);
            assertThat(isSignedByBoth(flipped)).as("with bit %s flipped", bit).isFalse();
        }
    }

    private static boolean isSignedByBoth(byte[] bytes) {
        try {
            return SignedNote.parse(bytes).verify(List.of(LOG, WITNESS)).size() == 2;
        } catch (Malformed | Unproven e) {
            return false;
        }
    }

    static Stream<String> malformed() {
        String line = NOTE.substring(NOTE.indexOf('\u2014'), NOTE.indexOf("\u2014 witness"));
        return Stream.of(
                "",
                "\n",
                TEXT,
                TEXT + "\n",
                NOTE.substring(0, NOTE.length() - 1),
                NOTE + "\n",
                NOTE.replace("\n", "\r\n"),
                NOTE.replace("ledger\n3", "ledger\t\n3"),
                NOTE.replace('\u2014', '-'),
                NOTE.replace('\u2014', '\u2013'),
                NOTE.replace("\u2014 t", "\u2014t"),
                NOTE.replace("\u2014 t", "\u2014  t"),
                NOTE.replace("\u2014 witness", "\n\u2014 witness").replace("\u2014 witness", "x witness"),
                TEXT + line,
                TEXT + "\n" + line.replace(" cZ+", " cZ+ "),
                TEXT + "\n" + line.replace("trm.example/ledger ", " "),
                TEXT + "\n" + line.replace("ledger ", "led+ger "),
                TEXT + "\n" + line.replace("ledger ", "led\u00a0ger "),
                TEXT + "\n" + line.replace("sQY=", "sQY"),
                TEXT + "\n" + line.replace("sQY=", "sQZ="),
                TEXT + "\n" + line.replace("/", "_"),
                TEXT + "\n\u2014 trm.example/ledger cZ+ShA==\n",
                TEXT.trim() + "\n\u0000\n\n" + line);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatOnlyLooksLikeOneIsRefused(String text) {
        assertThatThrownBy(() -> note(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void aTextWithEmptyLinesEndsBeforeTheLast() {
        String text = "one\n\ntwo\n";
        SignedNote signed = new SignedNote(text, List.of(SIGNER.sign(text)));

        assertThat(SignedNote.parse(signed.bytes())).isEqualTo(signed);
    }

    @Test
    void aKeyIsReadAsItIsPrinted() {
        for (VerifierKey key : List.of(LOG, WITNESS, pair("x.example/y").key())) {
            assertThat(VerifierKey.parse(key.toString())).isEqualTo(key);
        }
        assertThat(LOG.kind()).isEqualTo(SignatureKind.LOG);
        assertThat(WITNESS.kind()).isEqualTo(SignatureKind.WITNESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "trm.example/ledger",
                "trm.example/ledger+719f9284",
                "trm.example/ledger+719F9284+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "trm.example/ledger+719f9285+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "trm.example/ledgers+719f9284+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "+719f9284+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "trm.example/ledger+719f9284+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG5",
                "trm.example/ledger+719f9284+AgOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "trm.example/ledger+719f9284+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVQ==",
                "trm.example/ledger+719f9284+",
                "trm example/ledger+719f9284+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "trm.example/ledger+719f9284+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 "
            })
    void whatOnlyLooksLikeAKeyIsRefused(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void aSignerWhoseKeysDoNotBelongTogetherIsNotMade() {
        byte[] seed = new byte[32];

        assertThatThrownBy(() -> NoteSigner.ofSeed(LOG, seed)).isInstanceOf(Unproven.class);
        assertThatThrownBy(() -> NoteSigner.ofSeed(WITNESS, seed)).isInstanceOf(Unproven.class);
        assertThatThrownBy(() -> NoteSigner.ofSeed(LOG, new byte[31])).hasMessageContaining("32 bytes, not 31");
        assertThatThrownBy(() -> NoteSigner.ofPkcs8(LOG, seed)).isInstanceOf(Malformed.class);
    }

    @Test
    void aLogDoesNotSignAsAWitnessNorAWitnessAsALog() {
        assertThatThrownBy(() -> SIGNER.cosign(TEXT, SEEN)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> COSIGNER.sign(TEXT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyAnEd25519KeyMakesAVerifierKey() throws NoSuchAlgorithmException {
        for (String algorithm : List.of("RSA", "X25519", "Ed448")) {
            KeyPair other = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            assertThatThrownBy(() -> VerifierKey.of("x", SignatureKind.LOG, other.getPublic()))
                    .hasMessage("The key of x is no Ed25519 key.");
        }
    }

    private static NoteSigner pair(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            VerifierKey key = VerifierKey.of(name, SignatureKind.LOG, pair.getPublic());
            return NoteSigner.ofPkcs8(key, pair.getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
