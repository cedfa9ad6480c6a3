package org.trm.query.audit.sealing;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.SigningKeys;
import org.trm.events.proof.NoteSigner;
import org.trm.events.proof.SignatureKind;
import org.trm.events.proof.VerifierKey;
import org.trm.query.audit.sealing.LogTables.KeySince;

/**
 * The keys by which the logs are signed. When one is replaced, both sign for a while, so that whoever knows the old one alone
 * can still check, and learns to trust the new one by it.
 */
@Component
public class LogKeys {
    private final SigningKeys keys;
    private final LogTables tables;
    private final Clock clock;
    private final Duration overlap;
    private final Map<String, NoteSigner> signers = new ConcurrentHashMap<>();

    /** @param overlap for how long a key signs that was replaced */
    LogKeys(SigningKeys keys, LogTables tables, Clock clock, @Value("${trm.log.key-overlap:P30D}") Duration overlap) {
        this.keys = keys;
        this.tables = tables;
        this.clock = clock;
        this.overlap = overlap;
    }

    /** Makes a log its first key, unless it has one. */
    void begin(LogName log, String origin) {
        if (tables.verifierKeys(log).isEmpty()) {
            add(log, origin, 1);
        }
    }

    private void add(LogName log, String origin, int number) {
        KeyPair pair = keys.signingKey(purpose(log, number));
        VerifierKey verifier = VerifierKey.of(origin, SignatureKind.LOG, pair.getPublic());
        tables.addVerifierKey(log, number, verifier.toString(), clock.instant());
    }

    /**
     * Makes every log that has begun another key.
     *
     * @throws KeysUnreachable when the keys cannot be reached
     */
    public void replace() {
        for (LogName log : LogName.values()) {
            tables.origin(log)
                    .ifPresent(
                            origin -> add(log, origin, tables.verifierKeys(log).size() + 1));
        }
    }

    /**
     * Who signs a log now: the key in use first, then those that were replaced not long ago.
     *
     * @throws KeysUnreachable when a key is lost: another one would sign in its name, and nobody would believe it
     */
    List<NoteSigner> signers(LogName log) {
        List<KeySince> known = tables.verifierKeys(log);
        List<NoteSigner> signing = new ArrayList<>();
        Instant now = clock.instant();
        for (int number = known.size(); number >= 1; number--) {
            if (number == known.size()
                    || known.get(number).since().plus(overlap).isAfter(now)) {
                signing.add(signer(log, number, known.get(number - 1).key()));
            }
        }
        return signing;
    }

    /** Every key by which the log was signed, and that is ours. */
    List<VerifierKey> ours(LogName log) {
        List<KeySince> known = tables.verifierKeys(log);
        return IntStream.rangeClosed(1, known.size())
                .mapToObj(number ->
                        signer(log, number, known.get(number - 1).key()).key())
                .toList();
    }

    private NoteSigner signer(LogName log, int number, String verifierKey) {
        return signers.computeIfAbsent(
                purpose(log, number), purpose -> signer(log, purpose, VerifierKey.parse(verifierKey)));
    }

    private NoteSigner signer(LogName log, String purpose, VerifierKey expected) {
        if (!keys.hasSigningKey(purpose)) {
            throw new KeysUnreachable(
                    "The key " + purpose + ", by which the log of " + log.key()
                            + " is signed, is missing: put it back from its backup.",
                    null);
        }
        KeyPair pair = keys.signingKey(purpose);
        VerifierKey verifier = VerifierKey.of(expected.name(), SignatureKind.LOG, pair.getPublic());
        if (!verifier.equals(expected)) {
            throw new Contradiction("The key " + purpose + " in the key store is not the one by which the log of "
                    + log.key() + " was signed: put that one back from its backup.");
        }
        return new NoteSigner(verifier, pair.getPrivate());
    }

    private static String purpose(LogName log, int number) {
        return "log-" + log.key() + "-" + number;
    }
}
