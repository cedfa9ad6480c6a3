package org.trm.deploy.verifier;

import java.io.PrintStream;

/** Says what was checked and what was found, in sentences. */
final class Report {
    /** Whoever has seen so many wrong things knows enough. */
    private static final int SHOWN = 50;

    private final PrintStream out;
    private long wrong;

    Report(PrintStream out) {
        this.out = out;
    }

    void well(String sentence) {
        out.println(sentence);
    }

    void wrong(String sentence) {
        wrong++;
        if (wrong <= SHOWN) {
            out.println("WRONG: " + sentence);
        }
    }

    /** @return whether nothing wrong was found meanwhile */
    boolean staysWell(Runnable check) {
        long before = wrong;
        check.run();
        return wrong == before;
    }

    /** @return whether all is well */
    boolean conclude() {
        if (wrong > SHOWN) {
            out.printf("… and %d more.%n", wrong - SHOWN);
        }
        out.println(wrong == 0 ? "All is well." : "Not all is well.");
        return wrong == 0;
    }
}
