package org.trm.events.proof;

import java.util.Collection;
import java.util.List;

/**
 * That a witness saw a checkpoint, and nothing before that contradicts it (C2SP tlog-cosignature).
 *
 * @param time when, in seconds since 1970
 */
public record Cosignature(VerifierKey witness, long time) {

    /**
     * Those of some witnesses under a note; signatures of others say nothing.
     *
     * @throws Unproven when a signature that says to be of one of them is not
     */
    public static List<Cosignature> verified(SignedNote note, Collection<VerifierKey> witnesses) {
        return witnesses.stream()
                .filter(key -> key.kind() == SignatureKind.WITNESS)
                .flatMap(key -> note.signatures().stream().filter(key::claims).map(signature -> {
                    key.verify(note.text(), signature);
                    return new Cosignature(key, SignatureKind.time(signature.signature()));
                }))
                .toList();
    }
}
