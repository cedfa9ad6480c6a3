package org.trm.command.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents as they arrive: whoever may not attach one is told so before it is read, and nothing of it is left behind. */
@EdgeWithStore.Used
class LargeBodiesTest {
    private static final int LARGE = 3 * 512 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Caller focalPoint;
    private String caseId;
    private String documents;

    @BeforeEach
    void aCaseIsOpened() {
        focalPoint = new Caller(port, "BG NATIONAL_FOCAL_POINT");
        caseId = focalPoint.does("/api/cases", ActsTest.CASE, 201).get("caseId").stringValue();
        documents = "/api/cases/" + caseId + "/person/documents";
    }

    private static String document(String field, int length) {
        String content = Base64.getEncoder().encodeToString("x".repeat(length).getBytes(UTF_8));
        return "{\"field\": \"" + field + "\", \"title\": \"A letter\", \"content\": \"" + content + "\"}";
    }

    private long lying() {
        return jdbc.sql("SELECT count(*) FROM documents.sealed WHERE case_id = ?")
                .param(UUID.fromString(caseId))
                .query(Long.class)
                .single();
    }

    /** Somebody who has said how much she will send, and sends nothing until she is told to. */
    private final class Announced implements AutoCloseable {
        private final Socket socket;
        private final String answer;

        Announced(String actor, String terms) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(20_000);
            String head = "POST " + documents + " HTTP/1.1\r\nHost: localhost\r\nActor: " + actor + "\r\n" + terms
                    + "Content-Type: application/json\r\nContent-Length: " + LARGE
                    + "\r\nExpect: 100-continue\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private String told(String actor, String terms) throws IOException {
        try (Announced announced = new Announced(actor, terms)) {
            return announced.answer.split(" ")[1];
        }
    }

    @Test
    void whoeverMayNotAttachOneIsToldSoBeforeItIsRead() throws IOException {
        assertThat(told("RO NATIONAL_FOCAL_POINT", "")).isEqualTo("404");
        assertThat(told("BG AUDITOR", "")).isEqualTo("403");
        assertThat(told("BG NATIONAL_FOCAL_POINT", "If-Match: \"7\"\r\n")).isEqualTo("412");
        assertThat(told("BG NATIONAL_FOCAL_POINT", "Idempotency-Key: unheard-of\r\nIf-Match: \"7\"\r\n"))
                .isEqualTo("412");
        assertThat(told("BG NATIONAL_FOCAL_POINT", "")).isEqualTo("100");
    }

    @Test
    void onlyAFewAreReadAtATimeAndTheNextOneIsToldToComeAgain() throws Exception {
        List<Announced> reading = new ArrayList<>();
        for (int i = 0; i < LargeBodies.AT_ONCE; i++) {
            reading.add(new Announced("BG NATIONAL_FOCAL_POINT", ""));
        }
        assertThat(reading).allMatch(one -> one.answer.contains(" 100 "));

        HttpResponse<String> next = focalPoint.post(documents, document("PAPERS", LARGE));

        assertThat(next.statusCode()).isEqualTo(503);
        assertThat(next.headers().firstValue("Retry-After")).isPresent();
        assertThat(focalPoint.post(documents, document("PAPERS", 9)).statusCode())
                .isEqualTo(201);
        for (Announced one : reading) {
            one.close();
        }
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(focalPoint
                                .post(documents, document("PAPERS", LARGE))
                                .statusCode())
                        .isEqualTo(201));
    }

    @Test
    void onAVersionThatIsNoLongerPresentNothingIsPutAsideAndNothingRemembered() {
        String letter = document("PAPERS", 9);
        Map<String, String> stale = Map.of("Idempotency-Key", "stale-" + caseId, "If-Match", "\"7\"");

        assertThat(focalPoint.post(documents, letter, stale).statusCode()).isEqualTo(412);
        assertThat(focalPoint
                        .post(documents, document("HEALTH_NOTE", 9), Map.of("If-Match", "\"7\""))
                        .statusCode())
                .isEqualTo(412);

        assertThat(lying()).isZero();
        Map<String, String> present = Map.of("Idempotency-Key", "stale-" + caseId, "If-Match", "\"1\"");
        assertThat(focalPoint.post(documents, letter, present).statusCode()).isEqualTo(201);
        assertThat(lying()).isEqualTo(1);
    }

    @Test
    void aLargeOneThatIsSentTwiceIsAttachedOnceWhateverHasHappenedSince() {
        String letter = document("PAPERS", LARGE);
        Map<String, String> terms = Map.of("Idempotency-Key", "twice-" + caseId, "If-Match", "\"1\"");
        HttpResponse<String> first = focalPoint.post(documents, letter, terms);

        HttpResponse<String> again = focalPoint.post(documents, letter, terms);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(lying()).isEqualTo(1);
    }

    @Test
    void whatWasLeftBehindWhenTheProgramWasKilledGivesWayToTheSameSentAgain() {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO documents.sealed (case_id, document_id, content, content_hash)"
                        + " VALUES (?, ?, 'of before', encode(sha256('of before'), 'hex'))")
                .params(UUID.fromString(caseId), id)
                .update();

        focalPoint.does(documents, document("PAPERS", 9).replaceFirst("\\{", "{\"documentId\": \"" + id + "\", "), 201);

        assertThat(jdbc.sql("SELECT kept AND content <> 'of before' FROM documents.sealed WHERE document_id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
