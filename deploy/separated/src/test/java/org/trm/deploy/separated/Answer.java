package org.trm.deploy.separated;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What a client was told. */
record Answer(int status, HttpHeaders headers, JsonNode body) {
    boolean done() {
        return status == 200 || status == 201;
    }

    /** Whether it asks the client to send the same again. */
    boolean later() {
        return status == 503 || code().equals("KEY_IN_USE");
    }

    String code() {
        return body.path("code").asString("");
    }

    String caseId() {
        return body.path("caseId").asString("");
    }

    long version() {
        return body.path("version").asLong();
    }
}
