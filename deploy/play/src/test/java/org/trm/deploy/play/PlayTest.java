package org.trm.deploy.play;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:8080", "ftp://127.0.0.1", "http://127.0.0.1:8080/api?x=1"})
    void whatIsNoBaseUrlIsAnsweredByTheUsage(String argument) {
        assertThat(play(argument)).isEqualTo(2);
        assertThat(written.toString(UTF_8)).contains("usage: play <base-url>");
    }

    @Test
    void itFailsWhereNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(play("http://127.0.0.1:" + free)).isEqualTo(1);
        assertThat(written.toString(UTF_8))
                .contains("Nobody answers at http://127.0.0.1:" + free + ": ConnectException");
    }

    private int play(String... arguments) {
        return Play.run(arguments, new PrintStream(written, true, UTF_8));
    }
}
