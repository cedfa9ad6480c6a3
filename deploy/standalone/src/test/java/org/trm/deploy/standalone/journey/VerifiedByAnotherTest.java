package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Growth;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.TilePath;
import tools.jackson.databind.JsonNode;

/** The log is verified by an implementation that shares nothing with ours: the one by which Go checks its modules. */
class VerifiedByAnotherTest extends Journey {
    private static final Path LIBRARY = Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog");

    @TempDir
    Path copy;

    private static boolean isInstalled() {
        return Files.isDirectory(LIBRARY)
                && Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "go")));
    }

    private byte[] fetched(String path) {
        return bulgaria.auditor.takes("/api/log/" + path);
    }

    private byte[] kept(String name, byte[] content) throws IOException {
        Files.createDirectories(copy.resolve(name).getParent());
        Files.write(copy.resolve(name), content);
        return content;
    }

    private static long size(byte[] checkpoint) {
        return Checkpoint.parse(SignedNote.parse(checkpoint).text()).size();
    }

    @Test
    void what_is_served_is_verified_by_an_implementation_that_is_not_ours() throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "skipped: there is no Go with golang.org/x/mod here");
        Her her = identified();
        eventually(() -> assertThat(leaves(her)).isNotEmpty());
        byte[] earlier = kept("earlier", fetched("checkpoint"));
        Her other = identified();
        eventually(() -> assertThat(leaves(other)).isNotEmpty());
        long size = size(kept("checkpoint", fetched("checkpoint")));
        Growth all = new Growth(0, size);
        for (TilePath path :
                Stream.concat(all.tiles().stream(), all.bundles().stream()).toList()) {
            kept(path.toString(), fetched(path.toString()));
        }
        kept("vkey", fetched("vkey"));
        kept("growth", fetched("growth?from=" + size(earlier) + "&to=" + size));
        JsonNode leaf = leaves(her).get(0);
        kept("entry", leaf.path("entry").asString().getBytes(UTF_8));
        kept("receipt", fetched("proof/" + leaf.path("leaf").asLong()));
        assertThat(said()).isEqualTo("All is well: " + size + " entries");
    }

    private JsonNode leaves(Her her) {
        return bulgaria.auditor.reads(her.address("/leaves")).body().path("items");
    }

    private String said() throws IOException, InterruptedException {
        try (InputStream program = VerifiedByAnotherTest.class.getResourceAsStream("/another/verify.go")) {
            kept("verify.go", program.readAllBytes());
        }
        ProcessBuilder go = new ProcessBuilder("go", "run", "verify.go").directory(copy.toFile());
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOPATH", "/usr/share/gocode");
        go.environment().put("GOCACHE", copy.resolve("cache").toString());
        go.environment().put("GOFLAGS", "");
        Process process = go.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said.strip();
    }
}
