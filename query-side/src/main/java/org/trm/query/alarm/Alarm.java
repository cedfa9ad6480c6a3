package org.trm.query.alarm;

/** Looks for one thing that an operator is called for, whoever else may notice it. */
public interface Alarm {
    Code code();

    /** Whether it is so now, on this node. */
    boolean isRaised();

    /** As alarms are called in figures, in calls, and in the page that says what to do about them. */
    enum Code {
        LOG_NOT_SEALED("A log is not signed any more, or records wait to be sealed."),
        HISTORY_CONTRADICTED("What is stored is not what was sealed."),
        WITNESS_DISAGREES("A witness saw another history of a log."),
        VIEW_STANDS_STILL("A view does not take in any more what happens."),
        KEYS_UNREACHABLE("The keys cannot be used: nothing is sealed or opened.");

        private final String sentence;

        Code(String sentence) {
            this.sentence = sentence;
        }

        /** What is wrong, in words that name no case. */
        public String sentence() {
            return sentence;
        }
    }
}
