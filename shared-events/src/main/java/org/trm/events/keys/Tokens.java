package org.trm.events.keys;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.types.CountryCode;

/** The tokens in which the countries' keys are: one for all, except for the countries that have one of their own. */
final class Tokens {
    static final String SETTING = "trm.keys.pkcs11.";

    private final Token forAll;
    private final Map<CountryCode, Token> own = new HashMap<>();

    /** @param settings gives the value of a setting by its name; null when it is not set */
    Tokens(UnaryOperator<String> settings) {
        Path library = Path.of(settings.apply(SETTING + "library"));
        this.forAll = token(library, SETTING, settings);
        for (CountryCode country : CountryCode.all()) {
            String prefix = SETTING + "countries." + country.value().toLowerCase(Locale.ROOT) + ".";
            if (settings.apply(prefix + "slot") != null) {
                own.put(country, token(library, prefix, settings));
            }
        }
    }

    private static Token token(Path library, String prefix, UnaryOperator<String> settings) {
        String slot = KeyStores.needed(settings, prefix + "slot", "in which slot the token is", "NUMBER");
        String pin = KeyStores.needed(settings, prefix + "pin-file", "in which file its PIN is", "FILE");
        if (!slot.matches("\\d{1,18}")) {
            throw new KeysUnreachable("--" + prefix + "slot must be the number of a slot.", null);
        }
        return new Token(library, Long.parseLong(slot), new Pin(Path.of(pin)));
    }

    Token forAll() {
        return forAll;
    }

    Token of(CountryCode country) {
        return own.getOrDefault(country, forAll);
    }

    Collection<Token> all() {
        Collection<Token> all = new LinkedHashSet<>(own.values());
        all.add(forAll);
        return all;
    }
}
