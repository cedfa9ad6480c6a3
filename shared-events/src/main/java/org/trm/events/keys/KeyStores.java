package org.trm.events.keys;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.trm.events.privacy.KeysUnreachable;

/** Opens the store of keys that an operator has configured, in the same way for whoever needs keys. */
public final class KeyStores {
    private KeyStores() {}

    /**
     * Opens it.
     *
     * @param settings gives the value of a setting by its name; null when it is not set
     * @throws KeysUnreachable saying which setting is missing, or why the keys cannot be used as they lie there
     */
    public static FileKeyStore of(UnaryOperator<String> settings) {
        Path folder =
                Path.of(needed(settings, "trm.keys", "where the keys are kept, apart from the database", "FOLDER"));
        Path erased = Path.of(needed(settings, "trm.erased", "where it is noted whose keys were destroyed", "FILE"));
        String library = settings.apply(Tokens.SETTING + "library");
        return library == null || library.isBlank()
                ? FileKeyStore.in(folder, erased)
                : FileKeyStore.with(folder, erased, new Tokens(settings));
    }

    static String needed(UnaryOperator<String> settings, String name, String what, String value) {
        String given = settings.apply(name);
        if (given == null || given.isBlank()) {
            throw new KeysUnreachable("Say " + what + ": --" + name + "=" + value, null);
        }
        return given;
    }
}
