package org.trm.query.inbox;

import java.util.Locale;

/** Which way a referral goes, seen from the reader's country. */
enum Direction {
    INCOMING,
    OUTGOING;

    /** @throws IllegalArgumentException when the text is neither */
    static Direction of(String text) {
        for (Direction direction : values()) {
            if (direction.name().toLowerCase(Locale.ROOT).equals(text)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("must be incoming or outgoing");
    }
}
