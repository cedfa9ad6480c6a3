package org.trm.query.audit.witness;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.trm.events.proof.Malformed;
import org.trm.events.proof.SignatureKind;
import org.trm.events.proof.VerifierKey;

/**
 * A witness that the operator named, by {@code trm.log.witnesses.<alias>.url} and {@code .key}.
 *
 * @param url below which it is asked
 */
record KnownWitness(URI url, VerifierKey key) {
    private static final String SETTING = "trm.log.witnesses";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** As it is written. */
    record Setting(URI url, String key) {}

    /** @throws InvalidConfigurationPropertyValueException when a setting cannot be used, saying what to do */
    static List<KnownWitness> in(Environment environment) {
        return Binder.get(environment)
                .bind(SETTING, Bindable.mapOf(String.class, Setting.class))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .map(entry -> of(SETTING + "." + entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(witness -> witness.key().name()))
                .toList();
    }

    private static KnownWitness of(String setting, Setting written) {
        URI url = written.url();
        if (url == null || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw refused(
                    setting + ".url", url, "It must be the address of a witness, such as https://witness.example.org.");
        }
        if (url.getUserInfo() != null || !isSafe(url)) {
            throw refused(
                    setting + ".url",
                    url,
                    "It must begin with https://, without a user, or be an http:// address of this machine: somebody on "
                            + "the way could answer for the witness otherwise.");
        }
        return new KnownWitness(url, key(setting + ".key", written.key()));
    }

    private static boolean isSafe(URI url) {
        return url.getScheme().equals("https")
                || url.getScheme().equals("http") && THIS_MACHINE.contains(url.getHost());
    }

    private static VerifierKey key(String setting, String text) {
        try {
            VerifierKey key = VerifierKey.parse(String.valueOf(text));
            if (key.kind() == SignatureKind.WITNESS) {
                return key;
            }
            throw refused(setting, text, "It is the key of a log: set that of the witness.");
        } catch (Malformed e) {
            throw refused(setting, text, "It must be the verifier key that the witness printed: " + e.getMessage());
        }
    }

    private static InvalidConfigurationPropertyValueException refused(String setting, Object value, String why) {
        return new InvalidConfigurationPropertyValueException(setting, value, why);
    }
}
