package org.trm.events.proof;

import java.time.Instant;

/** What a wall must notice. */
public class KnowsTheTimeOfSigning {
    Instant signedAt() {
        return Instant.now();
    }
}
