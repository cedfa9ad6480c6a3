package org.trm.deploy.verifier;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.trm.events.proof.VerifierKey;

/** Which receipt to check, for which entry, and by which keys. */
record ReceiptOptions(Path receipt, Path entry, VerifierKey key, List<VerifierKey> witnesses) {

    /** @throws Misuse saying what is wrong */
    static ReceiptOptions of(String... arguments) {
        Words words = new Words(arguments, Set.of("--receipt", "--entry", "--vkey", "--witness"), Set.of());
        return new ReceiptOptions(
                Path.of(words.required("--receipt")),
                Path.of(words.required("--entry")),
                Options.log(words),
                Options.witnesses(words));
    }
}
