package org.trm.query.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;

/** A moment of the past, by recorded time or by version of the case. */
public sealed interface AsOf {
    /**
     * An instant with its zone or offset, or the version of a case.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    static AsOf of(String text) {
        try {
            return text.matches("[1-9][0-9]{0,17}")
                    ? new Version(Long.parseLong(text))
                    : new Moment(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "must be an instant such as 2026-03-01T12:00:00Z, or a version of the case such as 7", e);
        }
    }

    /** How many of the recorded events of a case, in order from its first, stood recorded at this moment. */
    int reached(List<Recorded<CaseEvent>> events);

    /** Everything recorded at or before this instant. */
    record Moment(Instant at) implements AsOf {
        @Override
        public int reached(List<Recorded<CaseEvent>> events) {
            return (int)
                    events.stream().filter(event -> !event.at().isAfter(at)).count();
        }
    }

    /** The first {@code version} events of the case. */
    record Version(long version) implements AsOf {
        @Override
        public int reached(List<Recorded<CaseEvent>> events) {
            return (int) Math.min(version, events.size());
        }
    }
}
