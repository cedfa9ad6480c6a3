package org.trm.command.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = EdgeAlone.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EdgeTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void namesEveryFaultOfABodyAtOnce() throws Exception {
        JsonNode problem =
                json(post("/api/cases", "{\"detectionSource\":\"?\",\"minimalDataSet\":{\"needs\":[1]},\"x\":1}"));
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(e -> e.get("pointer").stringValue() + " "
                                + e.get("code").stringValue()))
                .containsExactly(
                        "/detectionSource UNKNOWN_CODE",
                        "/minimalDataSet/ageBand REQUIRED",
                        "/minimalDataSet/gender REQUIRED",
                        "/minimalDataSet/language REQUIRED",
                        "/minimalDataSet/citizenship REQUIRED",
                        "/minimalDataSet/exploitation REQUIRED",
                        "/minimalDataSet/needs/0 WRONG_TYPE",
                        "/minimalDataSet/urgency REQUIRED",
                        "/minimalDataSet/riskLevel REQUIRED",
                        "/minimalDataSet/legalStayNeed REQUIRED",
                        "/x UNKNOWN_FIELD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"W/\"12\"", "12", "\"0\"", "\"twelve\"", "\"1\", \"2\"", "\"12", "\"99999999999999999999\""})
    void refusesAMalformedIfMatch(String tag) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/api/cases/" + Ids.next() + "/minority"))
                .header("If-Match", tag)
                .POST(BodyPublishers.noBody()));
        assertProblem(answer, 400);
        assertThat(json(answer).at("/facts/header").stringValue()).isEqualTo("If-Match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\there"})
    void refusesAMalformedKey(String key) throws Exception {
        assertRefusedKey(key);
    }

    @Test
    void refusesAKeyThatIsTooLong() throws Exception {
        assertRefusedKey("k".repeat(129));
    }

    private void assertRefusedKey(String key) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/api/cases/" + Ids.next() + "/minority"))
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.noBody()));
        assertProblem(answer, 400);
        assertThat(json(answer).at("/facts/header").stringValue()).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1-1-1-1-1", "01935d7e6b5a7c3e9f2a4d8b1c6e0a57", "%F0%9F%98%80"})
    void refusesAnIdThatIsNoUuid(String id) throws Exception {
        HttpResponse<String> answer = post("/api/cases/" + id + "/minority", "{}");
        assertProblem(answer, 400);
        assertThat(json(answer).at("/facts/parameter").stringValue()).isEqualTo("caseId");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/cases,405",
        "PUT,/api/cases,405",
        "PATCH,/api/cases,405",
        "DELETE,/api/cases,405",
        "BREW,/problems,405",
        "GET,/nowhere,404",
        "GET,/error,404",
        "POST,/api/cases/,404",
        "POST,/API/cases,404",
        "POST,/api/cases/01935d7e-6b5a-7c3e-9f2a-4d8b1c6e0a57,404",
        "POST,/api/cases/01935d7e-6b5a-7c3e-9f2a-4d8b1c6e0a57/minority/,404",
        "POST,/api/directory/countries,404"
    })
    void answersWithAProblemWhereThereIsNothing(String method, String path, int status) throws Exception {
        assertProblem(send(HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody())), status);
    }

    @Test
    void answersWithAProblemWhateverTheClientAccepts() throws Exception {
        assertProblem(send(HttpRequest.newBuilder(uri("/nowhere")).header("Accept", "image/png")), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "400,GET /%zz HTTP/1.1",
        "400,GET /a|b HTTP/1.1",
        "400,GET /a%00b HTTP/1.1",
        "400,GET /../../etc/passwd HTTP/1.1",
        "400,NONSENSE",
        "400,POST /api/cases/%FF/minority HTTP/1.1|Content-Length: 0",
        "400,POST /api/cases/%C0%AF/minority HTTP/1.1|Content-Length: 0",
        "400,POST /api/cases/..%2Fminority/minority HTTP/1.1|Content-Length: 0",
        "400,POST /api/cases/%5c/minority HTTP/1.1|Content-Length: 0",
        "400,POST /api/cases HTTP/1.1|Content-Length: 2|Content-Length: 3",
        "400,POST /api/cases HTTP/1.1|Host: another",
        "400,POST /api/cases HTTP/1.1|Content-Length: many",
        "501,POST /api/cases HTTP/1.1|Transfer-Encoding: unheard-of",
        "505,GET / HTTP/9.9",
        "405,TRACE /problems HTTP/1.1"
    })
    void answersWithAProblemWhatNeverReachesTheApplication(int status, String request) throws Exception {
        assertRawProblem(request, status);
    }

    @Test
    void refusesABodyThatNeverEndsWhenItIsTooLong() throws Exception {
        byte[] large = "{\"a\":1}".repeat(StrictBody.LARGEST / 4).getBytes(UTF_8);
        assertProblem(
                send(HttpRequest.newBuilder(uri("/api/cases"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413);
    }

    @Test
    void isToldOfALargeBodyBeforeItIsSent() throws Exception {
        assertRawProblem(
                "POST /api/cases HTTP/1.1|Content-Type: application/json|Content-Length: 9000000|Expect: 100-continue",
                413);
    }

    @Test
    void refusesABodyThatIsSaidToBeCompressed() throws Exception {
        assertProblem(
                send(HttpRequest.newBuilder(uri("/api/cases"))
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString("{}"))),
                415);
    }

    @Test
    void tellsWhichMethodsThereAreAndLetsNoOtherSiteIn() throws Exception {
        HttpResponse<String> options = send(HttpRequest.newBuilder(uri("/api/cases"))
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        HttpResponse<String> wrong =
                send(HttpRequest.newBuilder(uri("/api/cases")).PUT(BodyPublishers.noBody()));
        assertThat(wrong.headers().firstValue("Allow")).hasValue("POST");
        HttpResponse<String> head =
                send(HttpRequest.newBuilder(uri("/api/cases")).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(405);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void answersWithAProblemWhenTheHeadIsTooLong() throws Exception {
        assertThat(assertRawProblem("GET / HTTP/1.1|A: " + "b".repeat(20_000), 400))
                .contains("longer than 8 KiB");
        assertThat(assertRawProblem("GET /" + "a".repeat(20_000) + " HTTP/1.1", 400))
                .contains("longer than 8 KiB");
    }

    private String assertRawProblem(String request, int status) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String head = request.replace("|", request.startsWith("GET /a|") ? "|" : "\r\n");
            socket.getOutputStream().write((head + "\r\nHost: trm\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status).contains("Content-Type: " + Problem.MEDIA_TYPE);
            assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("tomcat", "exception", "<html");
            return answer;
        }
    }

    @Test
    void saysWhatToAcceptWithoutClaimingThatAllAnswersAreAlike() throws Exception {
        JsonNode problem = json(send(HttpRequest.newBuilder(uri("/problems")).header("Accept", "text/event-stream")));
        assertThat(problem.get("code").stringValue()).isEqualTo("NOT_ACCEPTABLE");
        assertThat(problem.get("detail").stringValue()).startsWith("Accept what the API description says");
    }

    @Test
    void explainsEveryProblemWhereItsTypeSays() throws Exception {
        assertThat(json(get("/problems"))
                        .valueStream()
                        .map(page -> page.get("code").stringValue()))
                .contains("NOT_HOLDER", "CONTENT_INVALID", "TOKEN_EXPIRED");
        for (JsonNode page : json(get("/problems"))) {
            JsonNode same = json(get(page.get("type").stringValue()));
            assertThat(same).isEqualTo(page);
            assertThat(same.get("meaning").stringValue()).endsWith(".");
        }
        assertProblem(get("/problems/NO_SUCH_CODE"), 404);
    }

    @Test
    void tiesAProblemToTheTraceOfItsCaller() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/nowhere"))
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        assertThat(json(answer).get("instance").stringValue())
                .isEqualTo("urn:uuid:4bf92f35-77b3-4da6-a3ce-929d0e0e4736");
    }

    @Test
    void servesItsTryItPageFromTheJar() throws Exception {
        HttpResponse<String> page = get("/swagger-ui/index.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("http://", "https://", "//cdn");
        assertThat(get("/swagger-ui/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
    }

    static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
        JsonNode problem = json(answer);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").stringValue())
                .isEqualTo("/problems/" + problem.get("code").stringValue());
        assertThat(problem.get("instance").stringValue()).startsWith("urn:uuid:");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
