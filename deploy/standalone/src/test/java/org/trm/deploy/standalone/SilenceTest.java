package org.trm.deploy.standalone;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.probe.Overheard;

/** A mechanism that protects victims calls nobody: here both sides in one process, with their database. */
class SilenceTest {
    @TempDir
    private Path folder;

    @Test
    void theStandaloneMechanismCallsNobodyEvenIfTheEnvironmentAsksItTo() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Overheard program = Overheard.start(
                folder,
                StandaloneApplication.class,
                Map.of("AXONIQ_UPDATE_CHECKER_DISABLED", "false"),
                "start",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--demo-logins")) {
            int port = program.awaitPort();
            await().atMost(1, MINUTES).until(() -> program.log().contains("opted out of the AxonIQ UpdateChecker"));
            for (String page : List.of("/", "/swagger-ui/index.html", "/v3/api-docs", "/actuator/health")) {
                await().atMost(1, MINUTES)
                        .untilAsserted(
                                () -> assertThat(status(port, page)).as(page).isEqualTo(200));
            }
            // Its vendor would be told a second after the start.
            await().during(3, SECONDS)
                    .atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(program.called()).isEmpty());
        }
    }

    private static int status(int port, String page) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
