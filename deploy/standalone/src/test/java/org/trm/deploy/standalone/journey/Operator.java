package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whoever keeps the keys. */
final class Operator {
    private static final String KEYS = "/api/admin/keys";

    private final Person person;

    Operator(Running mechanism) {
        this.person = new Person(mechanism, "operator");
    }

    /** Asks for another key of this country; gives the one that is in use now. */
    String replacesTheKeyOf(String country) {
        return asks("/countries/" + country + "/rotation");
    }

    String replacesTheRootKey() {
        return asks("/root/rotation");
    }

    private String asks(String what) {
        Answer answer = person.posts(KEYS + what, Map.of(), Map.of());
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo(KEYS);
        return answer.body().path("key").asString();
    }

    /** The keys of a country and their states. */
    List<String> keysOf(String country) {
        return status().path("countries")
                .valueStream()
                .filter(one -> one.path("country").asString().equals(country))
                .flatMap(one -> one.path("keys").valueStream())
                .flatMap(key -> Stream.of(
                        key.path("id").asString() + " " + key.path("state").asString()))
                .toList();
    }

    /** The root key in use, and how many are being replaced. */
    String root() {
        JsonNode root = status().path("root");
        return root.path("generation").asInt() + " and "
                + root.path("beingReplaced").size();
    }

    private JsonNode status() {
        return person.reads(KEYS).body();
    }
}
