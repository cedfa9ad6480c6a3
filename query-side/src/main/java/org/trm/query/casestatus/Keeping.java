package org.trm.query.casestatus;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ErasureGround;
import org.trm.events.types.LegalHoldGround;

/**
 * Whether what is known of the person is to be forgotten, and what stands against it.
 *
 * @param requested null unless one officer has asked and another is to confirm it
 * @param holds one of a country at most
 */
record Keeping(ErasureRequest requested, List<LegalHold> holds) {
    static final Keeping NOBODY_RULED = new Keeping(null, List.of());

    /** Erasure that a data protection officer has asked for, since when. */
    record ErasureRequest(ErasureGround ground, Instant since) {}

    /** What a country has ruled for its own record, since when. */
    record LegalHold(CountryCode country, LegalHoldGround ground, Instant since) {}

    Keeping requested(ErasureRequest request) {
        return new Keeping(request, holds);
    }

    Keeping placed(LegalHold hold) {
        return new Keeping(
                requested, Stream.concat(holds.stream(), Stream.of(hold)).toList());
    }

    Keeping lifted(CountryCode country) {
        return new Keeping(requested, holds(hold -> !hold.country().equals(country)));
    }

    /** What a country is told that is not responsible: of what it ruled itself. */
    Keeping of(CountryCode country) {
        return new Keeping(null, holds(hold -> hold.country().equals(country)));
    }

    private List<LegalHold> holds(Predicate<LegalHold> which) {
        return holds.stream().filter(which).toList();
    }
}
