package org.trm.deploy.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the whole course; ends with 0 when everything was measured, whatever the figures, and with 2 when called wrongly. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (List.of(arguments).contains("--help")) {
            out.println(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.of(arguments);
        } catch (Misuse e) {
            out.println(e.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        new Course(options, out).run();
    }
}
