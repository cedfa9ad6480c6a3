package org.trm.query.audit.sealing;

import java.security.KeyPair;
import java.util.List;
import org.springframework.stereotype.Component;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.SigningKeys;
import org.trm.events.proof.NoteSigner;
import org.trm.events.proof.SignatureKind;
import org.trm.events.proof.VerifierKey;

/** The keys by which the logs are signed. */
@Component
class LogKeys {
    private final SigningKeys keys;

    LogKeys(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * Who signs a log now.
     *
     * @param known the keys by which it was signed before, one after the other
     * @throws KeysUnreachable when the last of these is lost: another one would sign in its name, and nobody would believe it
     */
    NoteSigner signer(LogName log, String origin, List<String> known) {
        int number = Math.max(1, known.size());
        String purpose = "log-" + log.key() + "-" + number;
        if (!known.isEmpty() && !keys.hasSigningKey(purpose)) {
            throw new KeysUnreachable(
                    "The key by which the log of " + log.key() + " is signed is missing: put it back from its backup.",
                    null);
        }
        KeyPair pair = keys.signingKey(purpose);
        VerifierKey verifier = VerifierKey.of(origin, SignatureKind.LOG, pair.getPublic());
        if (!known.isEmpty() && !known.get(number - 1).equals(verifier.toString())) {
            throw new Contradiction("The key in the key store is not the one by which the log of " + log.key()
                    + " was signed last: put that one back from its backup.");
        }
        return new NoteSigner(verifier, pair.getPrivate());
    }
}
