package org.trm.deploy.verifier;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.trm.events.proof.CanonicalJson;
import org.trm.events.proof.Malformed;

/** What a case file says of itself. Only what it says of its events can be proven. */
final class CaseManifest {
    static final String NAME = "manifest.json";

    private static final String FORM = "trm-case-file/1";
    private static final String HASH = "sha256:";
    private static final String WITHHELD = "withheld:";
    private static final long MOST = 1_000_000;
    private static final Set<String> OF_THE_WHOLE =
            Set.of("README.txt", "timeline.html", "timeline.pdf", "checkpoint", "vkey");

    private final Map<String, Object> said;
    private final SortedSet<Long> events = new TreeSet<>();
    private final long version;

    /** @throws Malformed when it is none of this form */
    CaseManifest(byte[] bytes) {
        said = CanonicalJson.read(bytes, "The manifest");
        if (!FORM.equals(said.get("form"))) {
            throw new Malformed("The manifest is not of the form " + FORM + ".");
        }
        version = number("version");
        if (version > MOST) {
            throw new Malformed("No case has " + version + " events.");
        }
        for (String event : text("events").split(" ")) {
            add(version(event));
        }
    }

    private void add(long event) {
        if (event <= (events.isEmpty() ? 0 : events.last()) || event > version) {
            throw new Malformed("The manifest does not name its events in order, up to version " + version + ".");
        }
        events.add(event);
    }

    private static long version(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Malformed("The manifest does not name its events by numbers.");
        }
    }

    /** @throws Malformed when it does not say that */
    String text(String name) {
        if (said.get(name) instanceof String text) {
            return text;
        }
        throw new Malformed("The manifest does not say its " + name + ".");
    }

    private long number(String name) {
        if (said.get(name) instanceof Long number) {
            return number;
        }
        throw new Malformed("The manifest does not say its " + name + ".");
    }

    /** The versions of the case that its reader was told of. */
    SortedSet<Long> events() {
        return events;
    }

    /** Those that she was not told of. */
    List<Long> gaps() {
        return LongStream.rangeClosed(1, version)
                .filter(one -> !events.contains(one))
                .boxed()
                .toList();
    }

    /** The names of all files that there must be but for itself. */
    Set<String> files() {
        Set<String> names = new TreeSet<>(OF_THE_WHOLE);
        events.stream()
                .flatMap(event -> CaseEventFiles.of(event).all().stream())
                .filter(name -> !isWithheld(name))
                .forEach(names::add);
        return names;
    }

    /** The names of all files that it names the hash of. */
    Set<String> named() {
        return said.keySet().stream()
                .filter(name -> name.startsWith(HASH))
                .map(name -> name.substring(HASH.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return in hexadecimal; null when it names none */
    Object hash(String name) {
        return said.get(HASH + name);
    }

    boolean isWithheld(String name) {
        return said.containsKey(WITHHELD + name);
    }
}
