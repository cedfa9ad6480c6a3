package org.trm.events;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Made only to break the walls around the events, so that it is seen that they are noticed when broken. */
final class Breaches {
    private Breaches() {}

    record KnowsJackson(JsonNode json) {}

    static final class HasState {
        int changed;
    }

    record ReadsTheClock(Instant at) {
        ReadsTheClock() {
            this(Instant.now());
        }
    }

    record ThrowsDice(UUID id) {
        ThrowsDice() {
            this(UUID.randomUUID());
        }
    }

    record CaseMadeEvent() {}

    static final class CaseServiceImpl {}
}
