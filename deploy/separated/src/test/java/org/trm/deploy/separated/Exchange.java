package org.trm.deploy.separated;

/**
 * One request, and what came of it.
 *
 * @param act null for what only read
 * @param sent by the clock of {@code nanoTime}, as is {@code answered}
 * @param answer null when none came: then the client does not know what came of its request
 */
record Exchange(Act act, String path, long sent, long answered, Answer answer) {
    boolean acknowledges() {
        return act != null && answer != null && answer.done();
    }

    /** Whether the client was left without an answer, or asked to come again. */
    boolean uncertain() {
        return answer == null || answer.later();
    }
}
