package org.trm.query.audit.witness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.trm.events.proof.AddCheckpoint;
import org.trm.events.proof.SampleLog;
import org.trm.events.types.CaseId;
import org.trm.query.EventLog;
import org.trm.query.Node;
import org.trm.query.TestDatabase;
import org.trm.query.audit.sealing.Cosignatures;
import org.trm.query.audit.sealing.LogTables;
import org.trm.query.audit.witness.WitnessStanding.State;
import org.trm.query.sample.Happenings;

/** Those witnesses are asked that the operator named, of every log, and whoever asks is told what they say. */
class WitnessesTest {
    private static final String SETTING = "trm.log.witnesses.ro";

    @TempDir
    Path folder;

    private final HikariDataSource database = TestDatabase.fresh();
    private final EventLog log = new EventLog(database);
    private final SomeWitness witness = new SomeWitness();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private Node node;

    @BeforeEach
    void begin() {
        node = Node.thatSeals(database, log, folder);
        log.append(0, List.of(new Happenings(new CaseId(UUID.randomUUID())).opened()));
    }

    @AfterEach
    void close() {
        node.close();
        witness.close();
        log.store().shutDown();
        database.close();
    }

    private static Environment settings(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return environment;
    }

    private Witnesses witnesses(Map<String, Object> settings, Duration silence) {
        ObjectProvider<MeterRegistry> registry =
                new StaticListableBeanFactory(Map.of("meters", meters)).getBeanProvider(MeterRegistry.class);
        return new Witnesses(
                settings(settings),
                node.bean(LogTables.class),
                node.bean(Cosignatures.class),
                Clock.systemUTC(),
                registry,
                silence,
                true);
    }

    private Witnesses watched(Duration silence) {
        return witnesses(
                Map.of(SETTING + ".url", witness.url().toString(), SETTING + ".key", SampleLog.WITNESS.toString()),
                silence);
    }

    private double gauge(String name) {
        return meters.get("trm.log.witness." + name)
                .tags("log", "events", "witness", SampleLog.WITNESS.name())
                .gauge()
                .value();
    }

    private static WitnessStanding ofEvents(Witnesses witnesses) {
        return witnesses.standings().stream()
                .filter(standing -> !standing.log().endsWith("/readings"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachIsShownTheLogs() {
        Witnesses watched = watched(Duration.ofMinutes(10));
        watched.start();

        await().atMost(20, SECONDS)
                .until(() -> !watched.standings().isEmpty() && ofEvents(watched).size() != null);

        assertThat(ofEvents(watched).size()).isEqualTo(1);
        assertThat(new WitnessApi(watched).witnesses().items())
                .extracting(WitnessStanding::state)
                .containsExactly(State.WELL, State.WELL);
        assertThat(new WitnessHealth(watched).health().getStatus()).isEqualTo(Status.UP);
        assertThat(gauge("waiting.seconds")).isZero();
        watched.stop();
        assertThat(watched.isRunning()).isFalse();
    }

    @Test
    void aContradictionIsAnAlarm() {
        Witnesses watched = watched(Duration.ofMinutes(10));
        witness.says(409, AddCheckpoint.SIZE_TYPE, "99\n");
        watched.start();

        await().atMost(20, SECONDS).until(() -> gauge("disagrees") == 1);

        watched.stop();
        Health health = new WitnessHealth(watched).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("alarms").toString()).contains("witness.example/w1", "It saw 99 leaves");
    }

    @Test
    void aSilenceIsNamedAndIsNoAlarm() {
        Witnesses watched = watched(Duration.ZERO);
        witness.says(500, "text/plain", "");
        watched.start();

        await().atMost(20, SECONDS)
                .until(() -> !watched.standings().isEmpty()
                        && ofEvents(watched).sentence() != null
                        && ofEvents(watched).sentence().contains("HTTP 500"));

        watched.stop();
        Health health = new WitnessHealth(watched).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails().get("silent").toString()).contains("It answers with HTTP 500.");
        assertThat(gauge("waiting.seconds")).isPositive();
    }

    @Test
    void withoutAWitnessNobodyIsAsked() {
        Witnesses none = witnesses(Map.of(), Duration.ZERO);
        none.start();

        assertThat(none.isRunning()).isFalse();
        assertThat(none.standings()).isEmpty();
        assertThat(new WitnessHealth(none).health().getStatus()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://witness.example.org",
                "https://witness.example.org:8443/trm/",
                "http://127.0.0.1:8090",
                "http://localhost:8090",
                "http://[::1]:8090"
            })
    void aWitnessIsAskedSoThatNobodyListens(String url) {
        assertThat(KnownWitness.in(settings(Map.of(SETTING + ".url", url, SETTING + ".key", SampleLog.WITNESS + ""))))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "http://witness.example.org, KEY, must begin with https",
        "https://user@witness.example.org, KEY, must begin with https",
        "ftp://localhost, KEY, must begin with https",
        "https://witness.example.org?x, KEY, must be the address of a witness",
        "witness.example.org, KEY, must be the address of a witness",
        ", KEY, must be the address of a witness",
        "https://witness.example.org, x, must be the verifier key",
        "https://witness.example.org, , must be the verifier key",
        "https://witness.example.org, LOG, is the key of a log"
    })
    void aStartIsRefusedByASettingThatCannotBeUsed(String url, String key, String why) {
        Map<String, Object> written = new HashMap<>();
        written.put(SETTING + ".url", url);
        written.put(
                SETTING + ".key",
                "KEY".equals(key) ? SampleLog.WITNESS + "" : "LOG".equals(key) ? SampleLog.LOG + "" : key);
        written.values().removeIf(Objects::isNull);

        assertThatThrownBy(() -> KnownWitness.in(settings(written)))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining(SETTING)
                .hasMessageContaining(why);
    }
}
