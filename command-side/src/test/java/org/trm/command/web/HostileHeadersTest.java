package org.trm.command.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Headers that no client library would send with an act. */
@EdgeWithStore.Used
class HostileHeadersTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Idempotency-Key: \u00c2\u0083",
                "If-Match: \u00c2\u0083",
                "Content-Encoding: \u00c2\u0083",
                "Idempotency-Key: \u00c2\u0083\r\nX-Correlation-Id: \u00c2\u0083\r\ntraceparent: \u00c2\u0083"
            })
    void aHeaderOfControlCharactersIsRefusedWhereItIsRead(String headers) throws IOException {
        assertThat(acted(headers))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: " + Problem.MEDIA_TYPE)
                .contains("\"code\":\"MALFORMED_HEADER\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Correlation-Id: \u00c2\u0083", "traceparent: \u00c2\u0083", "X-Other: \u00c2\u0083"})
    void anActNeedsNoHeaderThatItDoesNotReadOrThatOnlyNamesIt(String headers) throws IOException {
        assertThat(acted(headers)).startsWith("HTTP/1.1 201");
    }

    private String acted(String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String head =
                    "POST /api/cases HTTP/1.1\r\nHost: trm\r\nConnection: close\r\nActor: BG NATIONAL_FOCAL_POINT\r\n"
                            + "Content-Type: application/json\r\nContent-Length: "
                            + ActsTest.CASE.getBytes(UTF_8).length + "\r\n" + headers + "\r\n\r\n";
            socket.getOutputStream().write((head + ActsTest.CASE).getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
