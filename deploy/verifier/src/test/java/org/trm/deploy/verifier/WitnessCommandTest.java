package org.trm.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trm.events.proof.SampleLog;
import org.trm.events.proof.SignatureKind;
import org.trm.events.proof.VerifierKey;

class WitnessCommandTest {
    @TempDir
    private Path temporary;

    private String[] words(String words) {
        return Arrays.stream(("witness " + words).split(" "))
                .map(word -> switch (word) {
                    case "KEY" -> SampleLog.LOG.toString();
                    case "WITNESS" -> SampleLog.WITNESS.toString();
                    case "DIR" -> temporary.toString();
                    default -> word;
                })
                .toArray(String[]::new);
    }

    private Room.Run witness(String words) {
        return Room.run(words(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--folder DIR --name w --log KEY | --listen is missing.",
                "--listen 0 --name w --log KEY | --folder is missing.",
                "--listen 0 --folder DIR --log KEY | --name is missing.",
                "--listen 0 --folder DIR --name w | --log is missing.",
                "--listen x --folder DIR --name w --log KEY | --listen takes a port",
                "--listen 65536 --folder DIR --name w --log KEY | --listen takes a port",
                "--listen no.such.host.invalid:0 --folder DIR --name w --log KEY | --listen: there is no address no.such",
                "--listen 192.0.2.1:0 --folder DIR --name w --log KEY | --listen: cannot listen at",
                "--listen 0 --folder DIR --name a+b --log KEY | --name: The name of a key",
                "--listen 0 --folder /dev/null/x --name w --log KEY | --folder: the folder /dev/null/x cannot be used",
                "--listen 0 --folder DIR --name w --log WITNESS | --log takes the key of a log",
                "--listen 0 --folder DIR --name w --log KEY --vkey KEY | Unknown: --vkey"
            })
    void whatItDoesNotUnderstandItRefuses(String words, String answer) {
        witness(words).isMisuse(answer);
    }

    @Test
    void aPortThatIsTakenIsNotListenedAt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String words = "--listen " + taken.getLocalPort() + " --folder DIR --name w --log KEY";

            witness(words).isMisuse("--listen: cannot listen at");
            witness(words).isMisuse("--listen: cannot listen at");
        }
    }

    @Test
    void anothersFolderIsNotTaken() {
        new WitnessFolder(temporary, "witness.example/a").close();

        witness("--listen 0 --folder DIR --name witness.example/b --log KEY")
                .isMisuse("the key in " + temporary + " is that of witness.example/a.");
    }

    @Test
    void itSaysItsKeyAndStaysUntilItIsStopped() throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        AtomicInteger code = new AtomicInteger(-1);
        String[] words = words("--listen 127.0.0.1:0 --folder DIR --name witness.example/ro --log KEY");
        Thread running = new Thread(() ->
                code.set(Verifier.run(words, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))));
        running.start();
        while (running.isAlive() && !err.toString(UTF_8).contains("by POST of /add-checkpoint")) {
            Thread.sleep(10);
        }
        running.interrupt();
        running.join();

        assertThat(code).hasValue(0);
        VerifierKey key = VerifierKey.parse(out.toString(UTF_8).strip());
        assertThat(key.kind()).isEqualTo(SignatureKind.WITNESS);
        assertThat(key.name()).isEqualTo("witness.example/ro");
        assertThat(err.toString(UTF_8)).startsWith("It is asked at /127.0.0.1:");
    }
}
