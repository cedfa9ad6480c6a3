package org.trm.deploy.standalone.journey;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the mechanism answered.
 *
 * @param body a missing node where the answer was not JSON
 */
record Answer(HttpResponse<String> http, JsonNode body) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(HttpResponse<String> http) {
        boolean json = http.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return new Answer(http, json ? JSON.readTree(http.body()) : MissingNode.getInstance());
    }

    int status() {
        return http.statusCode();
    }

    boolean done() {
        return status() >= 200 && status() <= 202;
    }

    /** The status, and of a refusal its stable code: {@code 409 CASE_CLOSED}. */
    String outcome() {
        return (status() + " " + body.path("code").asString("")).strip();
    }

    /** The number of events of the case. */
    long version() {
        return body.path("version").asLong();
    }

    /** Of a refusal, what it says beside its code. */
    String fact(String name) {
        return body.path("facts").path(name).asString("");
    }

    String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return outcome() + " " + http.request().method() + " " + http.uri().getPath() + " " + http.body();
    }
}
