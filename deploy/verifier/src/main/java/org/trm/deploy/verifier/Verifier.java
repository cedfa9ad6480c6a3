package org.trm.deploy.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Ends with 0 when all is well, with 1 when something is wrong, with 2 when it was called wrongly and with 3 when it could
 * not find out.
 */
public final class Verifier {
    static final int WELL = 0;
    static final int WRONG = 1;
    static final int MISUSED = 2;
    static final int UNKNOWN = 3;

    private Verifier() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, stream(FileDescriptor.out), stream(FileDescriptor.err)));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** The same, without ending the process. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (List.of(arguments).contains("--help")) {
            out.println(Options.USAGE);
            return WELL;
        }
        try {
            return checked(arguments, out, err);
        } catch (Misuse e) {
            err.println(e.getMessage() + "\n\n" + Options.USAGE);
            return MISUSED;
        } catch (Unreachable e) {
            err.println("Could not be checked: " + e.getMessage());
            return UNKNOWN;
        } catch (RuntimeException | Error e) {
            // Java itself would end with 1, which means something else here.
            err.println("Could not be checked, because of a defect of this program:");
            e.printStackTrace(err);
            return UNKNOWN;
        }
    }

    private static int checked(String[] arguments, PrintStream out, PrintStream err) {
        String command = arguments.length == 0 ? "" : arguments[0];
        String[] words = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        Report report = new Report(out);
        switch (command) {
            case "verify" -> new Verification(Options.of(words), report, err).run();
            case "receipt" -> new ReceiptCheck(ReceiptOptions.of(words), report).run();
            case "witness" -> {
                WitnessServer.serve(WitnessOptions.of(words), out, err);
                return WELL;
            }
            case "case" -> new CaseCheck(CaseOptions.of(words), report).run();
            default -> throw new Misuse("Say what to do: verify, receipt, case or witness.");
        }
        return report.conclude() ? WELL : WRONG;
    }
}
