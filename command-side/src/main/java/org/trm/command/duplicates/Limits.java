package org.trm.command.duplicates;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often people may be compared within an hour, and by how many values in all, on each {@link Occasion}, so that nobody
 * finds out by trying who is known: by one member of staff, and by all of one country.
 */
@Component
class Limits {
    static final Duration WINDOW = Duration.ofHours(1);

    /** A name with a date of birth and two papers: whoever tries more at a time may do so less often. */
    private static final int VALUES_EACH = 5;

    private final Limit asked;
    private final Limit recorded;

    record Limit(int ofPerson, int ofCountry) {
        Limit {
            if (ofPerson < 1 || ofCountry < 1) {
                throw new IllegalArgumentException("trm.duplicates.*: each limit must be 1 or more");
            }
        }

        int valuesOfPerson() {
            return VALUES_EACH * ofPerson;
        }

        int valuesOfCountry() {
            return VALUES_EACH * ofCountry;
        }
    }

    Limits(
            @Value("${trm.duplicates.asked-by-person:20}") int askedByPerson,
            @Value("${trm.duplicates.asked-by-country:60}") int askedByCountry,
            @Value("${trm.duplicates.recorded-by-person:300}") int recordedByPerson,
            @Value("${trm.duplicates.recorded-by-country:3000}") int recordedByCountry) {
        this.asked = new Limit(askedByPerson, askedByCountry);
        this.recorded = new Limit(recordedByPerson, recordedByCountry);
    }

    Limit on(Occasion occasion) {
        return switch (occasion) {
            case ASKED -> asked;
            case RECORDED -> recorded;
        };
    }
}
