package org.trm.deploy.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to measure, and on what.
 *
 * @param url where a mechanism answers that is running already; null to start one
 * @param data the data folder of that one, from which its database is known; null with a null {@code url}
 * @param pid its process; 0 when unknown
 * @param mechanism the jar to start
 * @param out where the figures are written
 * @param warmUp for how long it is used before anything is measured: the compiler needs it
 * @param window for how long one figure is measured
 * @param events how many events there are to be, at least, for a view to be made of
 * @param longCases how many cases are taken to their 500th event
 */
record Options(
        boolean quick,
        URI url,
        Path data,
        long pid,
        Path mechanism,
        Path out,
        Duration warmUp,
        Duration window,
        int events,
        int longCases,
        List<Integer> clients) {

    static final String USAGE = """
            usage: benchmarks [--quick] [--option VALUE ...]

              --quick          some minutes instead of a quarter of an hour; its figures are rougher
              --warm-up N      seconds of use before anything is measured (150; quick: 20)
              --seconds N      for how long each figure is measured (12; quick: 3)
              --clients N,N    how many clients at once (1,8,32,64)
              --events N       how many events a view is made of, at least (200000)
              --mechanism JAR  the standalone form, started on a data folder of its own
              --out FILE       where the figures are written as JSON
              --url URL        a mechanism with demo logins that runs already; what needs a restart is left out
              --data DIR       the data folder of that one
              --pid N          its process, to know its processor time""";

    private static final Set<String> KNOWN = Set.of(
            "--warm-up", "--seconds", "--clients", "--events", "--mechanism", "--out", "--url", "--data", "--pid");

    /** @throws Misuse saying what is wrong */
    static Options of(String... arguments) {
        Deque<String> words = new ArrayDeque<>(List.of(arguments));
        boolean quick = false;
        Map<String, String> given = new HashMap<>();
        while (!words.isEmpty()) {
            String word = words.poll();
            if (word.equals("--quick")) {
                quick = true;
            } else if (!KNOWN.contains(word) || words.isEmpty()) {
                throw new Misuse(KNOWN.contains(word) ? word + " needs a value." : "Unknown: " + word);
            } else {
                given.put(word, words.poll());
            }
        }
        if (given.containsKey("--url") != given.containsKey("--data")) {
            throw new Misuse("--url and --data belong together.");
        }
        return of(quick, given);
    }

    private static Options of(boolean quick, Map<String, String> given) {
        Path built =
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().getParent();
        try {
            return new Options(
                    quick,
                    given.containsKey("--url") ? URI.create(given.get("--url")) : null,
                    given.containsKey("--data") ? Path.of(given.get("--data")) : null,
                    number(given, "--pid", 0),
                    Path.of(given.getOrDefault(
                            "--mechanism", built + "/../../standalone/target/standalone-1.0.0-SNAPSHOT.jar")),
                    Path.of(given.getOrDefault("--out", built + "/benchmark.json")),
                    Duration.ofSeconds(number(given, "--warm-up", quick ? 20 : 150)),
                    Duration.ofSeconds(number(given, "--seconds", quick ? 3 : 12)),
                    number(given, "--events", 200_000),
                    quick ? 10 : 30,
                    Arrays.stream(given.getOrDefault("--clients", "1,8,32,64").split(","))
                            .map(Integer::valueOf)
                            .toList());
        } catch (NumberFormatException e) {
            throw new Misuse("Not a number: " + e.getMessage());
        }
    }

    private static int number(Map<String, String> given, String option, int otherwise) {
        return given.containsKey(option) ? Integer.parseInt(given.get(option)) : otherwise;
    }

    boolean startsIt() {
        return url == null;
    }
}
