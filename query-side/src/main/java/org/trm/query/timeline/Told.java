package org.trm.query.timeline;

import java.time.LocalDate;
import java.util.Locale;

/**
 * An event as it is told.
 *
 * @param sentence names country, act and object, and says nothing of the person that only some may know
 * @param detail what the event says of the person; null when it says nothing more
 * @param occurredOn when it happened, as the actor says; null where she does not
 * @param corrects the version at which what it corrects stands; null when it is no correction
 */
record Told(String sentence, String detail, LocalDate occurredOn, Long corrects) {
    /** @param clause without its full stop; its first letter becomes a capital */
    static Told that(String clause) {
        return new Told(
                clause.substring(0, 1).toUpperCase(Locale.ENGLISH) + clause.substring(1) + ".", null, null, null);
    }

    Told on(LocalDate day) {
        return new Told(sentence, detail, day, corrects);
    }

    Told detailed(String more) {
        return new Told(sentence, more, occurredOn, corrects);
    }

    /** @param entry null when this is no correction */
    Told correcting(Long entry) {
        if (entry == null) {
            return this;
        }
        String clause = sentence.substring(0, sentence.length() - 1);
        return new Told(clause + "; this corrects entry " + entry + ".", detail, occurredOn, entry);
    }
}
