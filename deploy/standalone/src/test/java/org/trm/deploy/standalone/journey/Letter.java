package org.trm.deploy.standalone.journey;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A referral at length, as one reader sees it. */
record Letter(JsonNode body) {
    static Letter of(Her her, JsonNode referrals) {
        return new Letter(referrals
                .valueStream()
                .filter(r -> r.path("referralId").asString().equals(her.referral()))
                .findFirst()
                .orElseThrow());
    }

    String state() {
        return text("state");
    }

    List<String> waitingOn() {
        return body.path("waitingOn").valueStream().map(JsonNode::asString).toList();
    }

    /** The time limit that is running. */
    String limit() {
        return body.path("deadline").path("limit").asString("");
    }

    /** When that lapses, or the coordinators are told next. */
    Instant until() {
        return Instant.parse(body.path("deadline").path("until").asString());
    }

    boolean escalated() {
        return body.path("deadline").path("escalated").isString();
    }

    boolean overdue() {
        return body.path("deadline").path("overdue").asBoolean();
    }

    String text(String field) {
        return body.path(field).asString("");
    }
}
