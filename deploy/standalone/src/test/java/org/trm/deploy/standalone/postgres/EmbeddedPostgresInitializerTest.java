package org.trm.deploy.standalone.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an application comes by its database. */
@ExtendWith(MadeBefore.class)
class EmbeddedPostgresInitializerTest {
    @TempDir
    Path temporary;

    Path folder;

    @BeforeEach
    void open(MadeBefore.Made made) throws Exception {
        folder = made.in(temporary);
    }

    @Configuration
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import(DurableStore.class)
    static class Application {}

    @Configuration
    static class Broken {
        @Bean
        String broken(DataSource database) throws Exception {
            throw new IllegalStateException(
                    "after " + database.getConnection().getMetaData().getUserName());
        }
    }

    @Test
    void the_application_is_connected_and_the_server_ends_with_it() throws Exception {
        long server;
        try (ConfigurableApplicationContext context = run("trm.data=" + folder)) {
            server = Sql.pid(folder);
            JdbcClient database = context.getBean(JdbcClient.class);
            assertThat(database.sql("SELECT current_user").query(String.class).single())
                    .isEqualTo("trm_app");
            assertThat(context.getEnvironment().getProperty("spring.flyway.user"))
                    .isEqualTo("trm_owner");
        }
        assertThat(Sql.served(folder, server)).isFalse();
    }

    @Test
    void a_start_up_that_fails_half_way_stops_the_server() {
        assertThatThrownBy(() -> run("trm.data=" + folder, Broken.class)).hasRootCauseMessage("after trm_app");

        EmbeddedPostgres.start(folder).close();
    }

    @Test
    void an_external_database_is_used_instead() throws Exception {
        try (EmbeddedPostgres external = EmbeddedPostgres.start(folder);
                ConfigurableApplicationContext context = run(external, "")) {
            assertThat(context.getBeansOfType(DurableStore.class)).hasSize(1);
            assertThat(temporary.resolve("unused")).doesNotExist();
        }
    }

    @Test
    void a_database_that_may_lose_acknowledged_acts_is_refused() {
        try (EmbeddedPostgres external = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> run(external, "&options=-c%20synchronous_commit=off"))
                    .hasRootCauseInstanceOf(PostgresFailure.class)
                    .rootCause()
                    .hasMessageContaining("synchronous_commit = off");
        }
    }

    /** These are the server's own, and no connection can ask for them. */
    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes"})
    void a_database_that_may_lose_what_it_has_written_is_refused(String setting) throws Exception {
        try (EmbeddedPostgres external = EmbeddedPostgres.start(folder)) {
            switchOff(setting, external);
            assertThatThrownBy(() -> run(external, ""))
                    .hasRootCauseInstanceOf(PostgresFailure.class)
                    .rootCause()
                    .hasMessageContaining("PostgreSQL runs with " + setting + " = off")
                    .hasMessageContaining("Set each to on");
        }
    }

    /** As whoever runs the server would: in its own file, which it then reads again. */
    private void switchOff(String setting, EmbeddedPostgres external) throws Exception {
        Path settings = folder.resolve("cluster/postgresql.conf");
        Files.writeString(settings, setting + " = off\n", StandardOpenOption.APPEND);
        new ProcessBuilder("kill", "-HUP", Long.toString(Sql.pid(folder)))
                .start()
                .waitFor();
        await().atMost(20, SECONDS)
                .until(() -> Sql.ask(external.app(), "SHOW " + setting).equals("off"));
    }

    private ConfigurableApplicationContext run(EmbeddedPostgres external, String options) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + external.app().url() + options,
                        "spring.datasource.username=" + external.app().user(),
                        "spring.datasource.password=" + external.app().password())
                .run("--trm.demo-logins=true", "--server.port=0", "--trm.data=" + temporary.resolve("unused"));
    }

    private static ConfigurableApplicationContext run(String property, Class<?>... more) {
        return new SpringApplicationBuilder(Application.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .run("--trm.demo-logins=true", "--server.port=0", "--" + property);
    }
}
