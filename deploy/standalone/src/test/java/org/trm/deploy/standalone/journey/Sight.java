package org.trm.deploy.standalone.journey;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where a case stands, as one reader sees it. */
record Sight(JsonNode body) {
    String relation() {
        return text("relation");
    }

    String stage() {
        return text("stage");
    }

    String identification() {
        return text("identification");
    }

    String responsible() {
        return body.path("responsible").path("country").asString("");
    }

    long version() {
        return body.path("version").asLong();
    }

    /** What she may not see. */
    List<String> withheld() {
        return body.path("withheld").valueStream().map(JsonNode::asString).toList();
    }

    /** Of every referral that she sees, the country it goes to and its state. */
    List<String> referrals() {
        return body.path("referrals")
                .valueStream()
                .map(r -> r.path("to").asString() + " " + r.path("state").asString())
                .toList();
    }

    List<String> limits() {
        return body.path("deadlines")
                .valueStream()
                .map(d -> d.path("limit").asString())
                .toList();
    }

    String text(String field) {
        return body.path(field).asString("");
    }
}
