package org.trm.deploy.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trm.events.proof.Malformed;
import org.trm.events.proof.VerifierKey;

/** The words of a command line: options with values, each once or more often, and options without. */
final class Words {
    private final Map<String, List<String>> values = new HashMap<>();
    private final Set<String> said = new HashSet<>();

    /** @throws Misuse when there is another word, or a value is missing */
    Words(String[] words, Set<String> withValue, Set<String> without) {
        for (int i = 0; i < words.length; i++) {
            if (without.contains(words[i])) {
                said.add(words[i]);
            } else if (!withValue.contains(words[i])) {
                throw new Misuse("Unknown: " + words[i]);
            } else if (i + 1 == words.length) {
                throw new Misuse(words[i] + " needs a value.");
            } else {
                values.computeIfAbsent(words[i], option -> new ArrayList<>()).add(words[++i]);
            }
        }
    }

    boolean says(String option) {
        return said.contains(option);
    }

    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    List<String> someOf(String option) {
        List<String> given = all(option);
        if (given.isEmpty()) {
            throw new Misuse(option + " is missing.");
        }
        return given;
    }

    /** @return null when it is not given */
    String one(String option) {
        List<String> given = all(option);
        if (given.size() > 1) {
            throw new Misuse(option + " can be given once only.");
        }
        return given.isEmpty() ? null : given.get(0);
    }

    String required(String option) {
        someOf(option);
        return one(option);
    }

    static VerifierKey key(String option, String text) {
        try {
            return VerifierKey.parse(text);
        } catch (Malformed e) {
            throw new Misuse(option + ": " + e.getMessage());
        }
    }

    /** @throws Misuse when it cannot be read */
    static byte[] content(String option, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Misuse(option + ": the file " + file + " cannot be read.");
        }
    }
}
