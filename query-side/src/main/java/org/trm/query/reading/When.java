package org.trm.query.reading;

import java.time.Clock;
import java.time.Instant;
import org.trm.query.history.AsOf;

/**
 * Of which moment a case is asked for.
 *
 * @param asOf null for now
 * @param atLeast the version that the answer must have taken in; null when any will do
 */
public record When(AsOf asOf, Long atLeast) {
    public static final When NOW = new When(null, null);

    /**
     * The moment by which it is judged what was overdue.
     *
     * @param latest when the latest event that is told was recorded
     */
    public Instant moment(Clock clock, Instant latest) {
        if (asOf == null) {
            return clock.instant();
        }
        return asOf instanceof AsOf.Moment moment ? moment.at() : latest;
    }
}
