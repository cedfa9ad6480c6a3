package org.trm.query;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.probe.Overheard;

/** A mechanism that protects victims calls nobody: here the query side as a service of its own. */
class SilenceTest {
    @TempDir
    private Path folder;

    @Test
    void theQuerySideCallsNobodyEvenIfTheEnvironmentAsksItTo() throws Exception {
        try (HikariDataSource database = TestDatabase.fresh();
                Overheard program = Overheard.start(
                        folder,
                        QuerySideApplication.class,
                        Map.of("AXONIQ_UPDATE_CHECKER_DISABLED", "false"),
                        "--server.port=0",
                        "--trm.keys=" + folder.resolve("keys"),
                        "--trm.erased=" + folder.resolve("erased"),
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=postgres",
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
