package org.trm.deploy.verifier;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.trm.events.proof.VerifierKey;

/** Which case file to check, and by which keys. */
record CaseOptions(Path file, VerifierKey key, List<VerifierKey> witnesses) {

    /** @throws Misuse saying what is wrong */
    static CaseOptions of(String... arguments) {
        Words words = new Words(arguments, Set.of("--file", "--vkey", "--witness"), Set.of());
        return new CaseOptions(Path.of(words.required("--file")), Options.log(words), Options.witnesses(words));
    }
}
