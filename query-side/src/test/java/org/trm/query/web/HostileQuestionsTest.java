package org.trm.query.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trm.query.sample.Happenings.BG;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.trm.events.Recorded;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import org.trm.query.rebuild.Watch;
import org.trm.query.sample.Happenings;

/** Questions that no client library would send: whoever asks so is told what was wrong with it. */
class HostileQuestionsTest {
    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final String READER = SERVICE.issuer.token("somebody", "BG-NRM", Role.NATIONAL_FOCAL_POINT);
    private static final String ID = "0192f0c1-0000-7000-8000-000000000001";
    private static final CaseId CASE_ID = new CaseId(UUID.fromString(ID));
    private static final String CASE = "/api/cases/" + ID;

    @BeforeAll
    static void record() {
        Actor somebody = new Actor(
                ActorKind.PERSON, new UUID(9, 9), "issuer", Happenings.organisation(BG), BG, Role.NATIONAL_FOCAL_POINT);
        LOG.append(List.of(
                new Recorded<>(new Happenings(CASE_ID).opened(), 1, Instant.parse("2026-03-01T12:00:00Z"), somebody)));
        await().atMost(30, SECONDS)
                .until(() -> SERVICE.bean(Watch.class).all().stream().allMatch(view -> view.lagEvents() == 0));
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases?cursor=%ff",
                "/api/cases?limit=%zz",
                "/api/cases?%ff=1",
                "/api/live?%ff",
                "/api/directory/countries?%ff",
                CASE + "?%ff"
            })
    void aQueryThatCannotBeDecodedIsRefused(String path) throws IOException {
        assertRefused(asked(path, "Accept: */*"), "MALFORMED_PARAMETER");
    }

    @Test
    void aQueryOfMoreParametersThanAreReadIsRefused() throws IOException {
        assertRefused(asked("/api/cases?" + "a&".repeat(1100), "Accept: */*"), "MALFORMED_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x"})
    void aQuestionIsAnsweredWhateverItsAbsentBodyIsSaidToBe(String type) throws IOException {
        assertThat(asked("/api/cases", "Content-Type: " + type)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/live, Last-Event-ID: \u00c2\u0083",
        "/api/live, Last-Event-ID: \u00c3\u0083\u00c2\u00a9",
        CASE + ", If-None-Match: \u00c2\u0083"
    })
    void aHeaderOfControlCharactersIsRefusedWhereItIsRead(String path, String header) throws IOException {
        assertRefused(asked(path, header), "MALFORMED_HEADER");
    }

    private static void assertRefused(String answer, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json")
                .contains("\"code\":\"" + code + "\"");
    }

    private static String asked(String path, String header) throws IOException {
        int port = SERVICE.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String head = "GET " + path + " HTTP/1.1\r\nHost: trm\r\nConnection: close\r\nAuthorization: Bearer "
                    + READER + "\r\n" + header + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
