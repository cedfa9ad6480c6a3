package org.trm.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tokens of SoftHSM, which does in software what a device does. They are all made before the first is used: the library
 * looks for them once in a process. Where they are, the environment of the tests says.
 */
public final class SoftHsm {
    public static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    public static final String PIN = "271828";

    /** For whom a test is skipped. */
    public static final String SKIPPED = "skipped: there is no SoftHSM here";

    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");
    private static final int TOKENS = 16;
    private static final Deque<Long> FREE = new ArrayDeque<>();

    private static Path tokens;

    private SoftHsm() {}

    public static boolean installed() {
        return Files.isReadable(LIBRARY) && Files.isExecutable(Path.of("/usr/bin/softhsm2-util"));
    }

    /** The slot of a token that nobody else uses, with {@link #PIN} as its PIN. */
    public static synchronized long token() {
        if (FREE.isEmpty()) {
            make();
        }
        return FREE.pop();
    }

    /** The file in which a PIN stands, as an operator would make it. */
    public static Path pinFile(Path folder, String pin) {
        try {
            Path file = Files.writeString(folder.resolve("pin-" + pin), pin + "\n");
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a token out for good: its number is the end of the name of its folder. */
    public static void takeOut(long slot) {
        try (Stream<Path> folders = Files.list(tokens)) {
            Path folder = folders.filter(one -> slot(one) == slot).findFirst().orElseThrow();
            Files.move(folder, tokens.resolveSibling("out-" + slot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long slot(Path folder) {
        String name = folder.getFileName().toString();
        return Long.parseLong(name.substring(name.length() - 8), 16) & Integer.MAX_VALUE;
    }

    private static void make() {
        try {
            Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
            tokens = Files.createTempDirectory(Files.createDirectories(configuration.getParent()), "tokens");
            Files.writeString(configuration, "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
            for (int i = 0; i < TOKENS; i++) {
                FREE.add(slotOf("trm-" + i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long slotOf(String label) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        label,
                        "--so-pin",
                        "31415926",
                        "--pin",
                        PIN))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        Matcher slot = SLOT.matcher(said);
        if (!slot.find()) {
            throw new IllegalStateException(said);
        }
        return Long.parseLong(slot.group(1));
    }
}
