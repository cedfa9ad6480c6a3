package org.trm.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application that could alter events is not started, and is told as which role it can be. */
class WrongRoleTest {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void migrate() throws Exception {
        postgres = EmbeddedPostgres.start();
        execute("""
                CREATE ROLE trm_owner LOGIN PASSWORD 'trm_owner' CREATEROLE;
                CREATE ROLE trm_command; CREATE ROLE trm_query;
                GRANT ALL ON DATABASE postgres TO trm_owner;
                CREATE ROLE trm_app LOGIN PASSWORD 'trm_app' IN ROLE trm_command, trm_query""");
        new Migrations(new DriverManagerDataSource(url(), "trm_app", "trm_app"), url(), "trm_owner", "trm_owner");
        Stream.of("UPDATE", "DELETE", "TRUNCATE", "TRIGGER", "UPDATE (payload)")
                .forEach(privilege -> execute("""
                        CREATE ROLE "%1$s" LOGIN PASSWORD '%1$s' IN ROLE trm_command, trm_query;
                        GRANT %1$s ON events.domain_event TO "%1$s";
                        """.formatted(privilege)));
        execute("""
                CREATE ROLE editors; GRANT UPDATE, DELETE ON events.domain_event TO editors;
                CREATE ROLE editor LOGIN PASSWORD 'editor' IN ROLE trm_command, trm_query, editors;
                CREATE ROLE deputy LOGIN PASSWORD 'deputy' IN ROLE trm_command, trm_query;
                GRANT trm_owner TO deputy WITH INHERIT FALSE""");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(sql);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each role's password is its name. */
    private static ConfigurableApplicationContext start(String role) {
        return new SpringApplicationBuilder(CaseStoreTest.OneSide.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + url(),
                        "spring.datasource.username=" + role,
                        "spring.datasource.password=" + role,
                        "spring.flyway.url=" + url(),
                        "spring.flyway.user=trm_owner",
                        "spring.flyway.password=trm_owner",
                        "spring.flyway.enabled=false",
                        "axon.axonserver.enabled=false",
                        "trm.keys=target/keys",
                        "trm.erased=target/erased",
                        "axon.serializer.general=jackson3",
                        "db-scheduler.enabled=false",
                        "spring.main.banner-mode=off")
                .run();
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    private static String refusal(String reason) {
        return "The application's database role may alter the table events.domain_event (" + reason
                + "). Connect the application (spring.datasource.username) as a role that is only a member of"
                + " trm_command and trm_query, and let another role (spring.flyway.user) own the database.";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"trm_owner | it owns it, or may become its owner", "UPDATE | UPDATE"})
    void whoMayAlterEventsIsNotStarted(String role, String reason) {
        assertThatThrownBy(() -> start(role))
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(refusal(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE (payload) | UPDATE",
                "DELETE | DELETE",
                "TRUNCATE | TRUNCATE",
                "TRIGGER | TRIGGER",
                "editor | UPDATE, DELETE",
                "deputy | it owns it, or may become its owner"
            })
    void noWayOfAlteringThemIsOverlooked(String role, String reason) {
        DataSource application = new DriverManagerDataSource(url(), role, role);
        assertThatThrownBy(() -> new Migrations(application, url(), "trm_owner", "trm_owner"))
                .hasMessage(refusal(reason));
    }

    @Test
    void whoMayOnlyReadAndAddThemIsStarted() {
        try (ConfigurableApplicationContext started = start("trm_app")) {
            assertThat(started.getBeansOfType(Migrations.class)).hasSize(1);
        }
    }
}
