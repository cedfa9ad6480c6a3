package org.trm.deploy.play;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Plays the whole handover of a case from Bulgaria to Romania against a running mechanism, and shows what a coordinator
 * and an auditor see of it. It ends with 0 when every answer was the one that it should be, with 1 at the first that was
 * not, and with 2 when it was called wrongly.
 */
public final class Play {
    private static final String USAGE = """
            usage: play <base-url>

              base-url   where the mechanism answers, such as http://127.0.0.1:8080;
                         it must have been started with --demo-logins""";

    private Play() {}

    public static void main(String[] args) {
        System.exit(run(args, new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)));
    }

    static int run(String[] args, PrintStream out) {
        if (args.length != 1 || !args[0].matches("https?://[^/?#]+/?")) {
            out.println(USAGE);
            return 2;
        }
        URI base = URI.create(args[0].replaceAll("/$", ""));
        try {
            Stage stage = new Stage(new Service(base), new Sheet(out));
            new Handover(stage).play();
            return 0;
        } catch (Unexpected e) {
            out.printf("%nNot as it should be. %s%n", e.getMessage());
        } catch (IOException e) {
            out.printf("%nNobody answers at %s: %s%n", base, reason(e));
        } catch (InterruptedException e) {
            out.printf("%nInterrupted.%n");
        }
        return 1;
    }

    /** A refused connection has no message. */
    private static String reason(IOException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}
