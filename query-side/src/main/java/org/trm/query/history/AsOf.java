package org.trm.query.history;

import java.time.Instant;

/** A moment of the past, by recorded time or by version of the case. */
public sealed interface AsOf {
    /** Everything recorded at or before this instant. */
    record Moment(Instant at) implements AsOf {}

    /** The first {@code version} events of the case. */
    record Version(long version) implements AsOf {}
}
