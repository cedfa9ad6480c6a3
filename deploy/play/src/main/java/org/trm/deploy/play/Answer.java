package org.trm.deploy.play;

import tools.jackson.databind.JsonNode;

/**
 * What the service answered.
 *
 * @param body a missing node where the answer had none
 */
record Answer(int status, JsonNode body) {
    /** The stable code of a refusal; empty for anything else. */
    String code() {
        return body.path("code").asString("");
    }

    boolean done() {
        return status == 200 || status == 201;
    }

    /** The number of events of the case after an act. */
    long version() {
        return body.path("version").asLong();
    }

    @Override
    public String toString() {
        return (status + " " + code()).strip() + (body.isMissingNode() ? "" : " " + body);
    }
}
