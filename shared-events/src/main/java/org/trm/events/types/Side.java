package org.trm.events.types;

/** Which of the two countries of a referral. */
public enum Side {
    SENDING,
    RECEIVING;

    public Side other() {
        return this == SENDING ? RECEIVING : SENDING;
    }
}
