package org.trm.deploy.standalone.journey;

/** The mechanism did not let somebody act. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refused(String who, Answer answer) {
        super(who + ": " + answer);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
