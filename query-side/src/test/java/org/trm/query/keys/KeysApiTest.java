package org.trm.query.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator is told of the keys is counted from what lies there, and nobody else is told. */
class KeysApiTest {
    private static final String KEYS = "/api/admin/keys";
    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final String OPERATOR = SERVICE.issuer.sign(SERVICE.issuer.claims("operator", Role.SYSTEM_OPERATOR));

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM_OPERATOR")
    void nobodyButAnOperatorIsToldOfTheKeys(Role role) {
        assertThat(SERVICE.get(SERVICE.issuer.token("somebody", "BG-NRM", role), KEYS)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theKeysInUseAndBeingReplacedAndMissingAreToldWithWhatIsWrappedToThem() {
        FileKeyStore store = SERVICE.bean(FileKeyStore.class);
        CountryCode malta = CountryCode.of("MT");
        String before = store.keyOf(malta).id();
        store.beginReplacing(malta);
        String inUse = store.keyOf(malta).id();
        wrapped("MT", before, 3);
        wrapped("MT", inUse, 2);
        wrapped("MT", "MT-9-00000000", 1);
        wrapped("CY", "CY-1-00000000", 4);

        assertThat(keysOf("MT"))
                .containsExactly(before + " BEING_REPLACED 3", inUse + " IN_USE 2", "MT-9-00000000 MISSING 1");
        assertThat(keysOf("CY")).containsExactly("CY-1-00000000 MISSING 4");

        store.destroy(store.keysOf(malta).get(0));
        assertThat(keysOf("MT")).contains(before + " MISSING 3");
    }

    @Test
    void theRootKeyIsToldWithWhatIsLeftUnderTheOneBefore() {
        FileKeyStore store = SERVICE.bean(FileKeyStore.class);
        store.replaceRoot();
        store.lock(new CaseId(UUID.randomUUID()), "plain".getBytes(UTF_8), "context");
        int generation = root().path("generation").asInt();
        assertThat(root().path("keysLeft").asInt()).isZero();
        assertThat(root().path("beingReplaced")).isEmpty();

        store.beginReplacingRoot();

        assertThat(root().path("generation").asInt()).isEqualTo(generation + 1);
        assertThat(root().path("beingReplaced").path(0).asInt()).isEqualTo(generation);
        assertThat(root().path("keysLeft").asInt()).isPositive();
        store.replaceRoot();
        assertThat(root().path("keysLeft").asInt()).isZero();
        assertThat(root().path("beingReplaced")).isEmpty();
    }

    private static void wrapped(String country, String key, int times) {
        for (int i = 0; i < times; i++) {
            new JdbcTemplate(DATABASE)
                    .update(
                            "INSERT INTO keys.wrap VALUES (?, 'A', 'NEVER', 1, ?, ?, ?)",
                            UUID.randomUUID(),
                            country,
                            key,
                            new byte[0]);
        }
    }

    private static JsonNode status() {
        HttpResponse<String> answer = SERVICE.get(OPERATOR, KEYS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode root() {
        return status().path("root");
    }

    private static List<String> keysOf(String country) {
        return status().path("countries")
                .valueStream()
                .filter(one -> one.path("country").asString().equals(country))
                .flatMap(one -> one.path("keys").valueStream())
                .flatMap(key -> Stream.of(key.path("id").asString() + " "
                        + key.path("state").asString() + " "
                        + key.path("wraps").asLong()))
                .toList();
    }
}
