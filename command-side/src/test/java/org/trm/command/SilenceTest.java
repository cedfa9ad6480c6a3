package org.trm.command;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.probe.Overheard;

/** A mechanism that protects victims calls nobody: here the command side as a service of its own. */
class SilenceTest {
    @TempDir
    private Path folder;

    @Test
    void theCommandSideCallsNobodyEvenIfTheEnvironmentAsksItTo() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("""
                        CREATE ROLE trm_owner LOGIN PASSWORD 'owner' CREATEROLE;
                        CREATE ROLE trm_command; CREATE ROLE trm_query;
                        CREATE ROLE trm_app LOGIN PASSWORD 'app' IN ROLE trm_command, trm_query;
                        GRANT ALL ON DATABASE postgres TO trm_owner""");
            }
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
            try (Overheard program = Overheard.start(
                    folder,
                    CommandSideApplication.class,
                    Map.of("AXONIQ_UPDATE_CHECKER_DISABLED", "false"),
                    "--server.port=0",
                    "--trm.keys=" + folder.resolve("keys"),
                    "--trm.erased=" + folder.resolve("erased"),
                    "--server.address=127.0.0.1",
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=trm_app",
                    "--spring.datasource.password=app",
                    "--spring.flyway.url=" + url,
                    "--spring.flyway.user=trm_owner",
                    "--spring.flyway.password=owner",
                    "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:9/")) {
                program.awaitPort();
                await().atMost(1, MINUTES).until(() -> program.log().contains("opted out of the AxonIQ UpdateChecker"));
                // Its vendor would be told a second after the start.
                await().during(3, SECONDS)
                        .atMost(10, SECONDS)
                        .untilAsserted(() -> assertThat(program.called()).isEmpty());
            }
        }
    }
}
