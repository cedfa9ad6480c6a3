package org.trm.deploy.play;

/** An answer that should have been another: the end of the play. */
final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unexpected(String step, Object expected, Object got) {
        super("%s%n  expected  %s%n  got       %s".formatted(step, expected, got));
    }

    static void unless(boolean asExpected, String step, Object expected, Object got) {
        if (!asExpected) {
            throw new Unexpected(step, expected, got);
        }
    }
}
