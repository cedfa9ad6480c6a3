package org.trm.events.privacy;

import java.time.Instant;

/** What a wall must notice. */
public class KnowsTheTimeOfSealing {
    Instant sealedAt() {
        return Instant.now();
    }
}
