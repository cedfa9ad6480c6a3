package org.trm.events.proof;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text and who signed it (C2SP signed-note).
 *
 * @param text ends with a line feed
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** @throws Malformed when a note cannot look so */
    public SignedNote {
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed("The text of a signed note ends with a line feed, and has no other control character.");
        }
        if (signatures.isEmpty()) {
            throw new Malformed("A signed note without a signature is none.");
        }
        signatures = List.copyOf(signatures);
    }

    /** @throws Malformed unless {@code bytes} are a signed note */
    public static SignedNote parse(byte[] bytes) {
        return parse(Text.of(bytes, "A signed note"));
    }

    static SignedNote parse(String note) {
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n")) {
            throw new Malformed("A signed note is a text, an empty line and signatures, and ends with a line feed.");
        }
        String[] lines = note.substring(gap + 2).split("\n");
        return new SignedNote(
                note.substring(0, gap + 1),
                Arrays.stream(lines).map(NoteSignature::parse).toList());
    }

    public SignedNote plus(NoteSignature signature) {
        return new SignedNote(
                text, Stream.concat(signatures.stream(), Stream.of(signature)).toList());
    }

    /**
     * Which of these keys signed it; signatures of others say nothing.
     *
     * @throws Unproven when none did, or when a signature that says to be of one of them is not
     */
    public Set<VerifierKey> verify(Collection<VerifierKey> known) {
        Set<VerifierKey> signed = new LinkedHashSet<>();
        for (VerifierKey key : known) {
            signatures.stream().filter(key::claims).forEach(signature -> {
                key.verify(text, signature);
                signed.add(key);
            });
        }
        if (signed.isEmpty()) {
            throw new Unproven("The signed note is signed by none of "
                    + known.stream().map(VerifierKey::name).collect(Collectors.joining(", ")) + ".");
        }
        return signed;
    }

    public byte[] bytes() {
        return Text.bytes(toString(), "A signed note");
    }

    /** As it is served. */
    @Override
    public String toString() {
        return text + "\n" + signatures.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
