package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent to whichever act, in the name of somebody who may act, is refused and leaves no trace in history. */
@EdgeWithStore.Used
class HostileBodiesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FOCAL_POINT = "BG NATIONAL_FOCAL_POINT";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @TestFactory
    Stream<DynamicNode> everyActRefusesEveryHostileBodyAndNoneAddsAnEvent() throws Exception {
        List<ApiDocument.Described> acts = ApiDocument.acts(ApiDocument.fetch(port));
        assertThat(acts).hasSizeGreaterThan(40);
        String caseId = new Caller(port, FOCAL_POINT)
                .does("/api/cases", ActsTest.CASE, 201)
                .get("caseId")
                .stringValue();
        long before = events();
        return Stream.concat(
                acts.stream().map(act -> refuses(act, caseId)),
                Stream.of(DynamicTest.dynamicTest(
                        "none has added an event",
                        () -> assertThat(events()).isEqualTo(before).isPositive())));
    }

    private DynamicContainer refuses(ApiDocument.Described act, String caseId) {
        String path = act.path().replaceFirst(ApiDocument.SOME_ID, caseId);
        JsonNode valid = JsonMapper.shared().readTree(act.example().toString().replace(ApiDocument.SOME_ID, caseId));
        return DynamicContainer.dynamicContainer(
                act.operation(),
                HostileBodies.against(valid, act.schema()).stream()
                        .map(body -> DynamicTest.dynamicTest(body.name(), () -> refuses(path, body))));
    }

    private void refuses(String path, HostileBody body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Actor", FOCAL_POINT)
                .POST(BodyPublishers.ofByteArray(body.bytes()));
        if (body.contentType() != null) {
            request.header("Content-Type", body.contentType());
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        EdgeTest.assertProblem(answer, body.status());
        assertThat(answer.body()).doesNotContain(HostileBodies.SECRET, "Petrova", "Exception", "org.trm");
        if (body.pointer() != null) {
            assertThat(JsonMapper.shared().readTree(answer.body()).get("errors"))
                    .anyMatch(e -> isNamed(body.pointer(), e.get("pointer").stringValue()));
        }
    }

    /** A field, or something in it; the body as a whole is meant by nothing but itself. */
    private static boolean isNamed(String expected, String pointer) {
        return expected.isEmpty() ? pointer.isEmpty() : pointer.startsWith(expected);
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM events.domain_event")
                .query(Long.class)
                .single();
    }
}
