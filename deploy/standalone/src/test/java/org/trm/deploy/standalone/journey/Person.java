package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a login, who acts and reads. */
final class Person {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A token is good for five minutes. */
    private static final Duration TOKEN_USED = Duration.ofMinutes(4);

    private final Running mechanism;
    private final String login;
    private String token;
    private Instant fetched = Instant.MIN;

    Person(Running mechanism, String login) {
        this.mechanism = mechanism;
        this.login = login;
    }

    /** She acts, and the mechanism lets her. */
    Answer acts(Her her, String path, Map<String, ?> body) {
        Answer answer = posts(her.address(path), body, Map.of());
        if (!answer.done()) {
            throw new Refused(login, answer);
        }
        assertThat(answer.version()).as("%s", answer).isGreaterThan(her.version());
        assertThat(answer.header("ETag")).isEqualTo("\"" + answer.version() + "\"");
        her.became(answer.version());
        return answer;
    }

    /** She sends this, whatever comes of it. */
    Answer posts(String path, Map<String, ?> body, Map<String, String> headers) {
        return sends(path, JsonMapper.shared().writeValueAsString(body), headers);
    }

    Answer sends(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return answer(request);
    }

    Answer gets(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::setHeader);
        return answer(request);
    }

    /** She asks what the answer would look like, without the answer. */
    Answer headOf(String path) {
        return answer(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    /** She reads what is there for her. */
    Answer reads(String path) {
        Answer answer = gets(path, Map.of());
        assertThat(answer.status()).as("%s reads %s", login, answer).isEqualTo(200);
        return answer;
    }

    /** Where the case stands after the last act, as she sees it. */
    Sight sees(Her her) {
        return looks(her, "");
    }

    /** Where the case stood then, as she sees it. */
    Sight sees(Her her, Object asOf) {
        return looks(her, "?asOf=" + asOf);
    }

    private Sight looks(Her her, String when) {
        mechanism.settle(her);
        return new Sight(reads(her.address(when)).body());
    }

    /** What she is shown of a field about the person: the value as JSON, or else its state and why. */
    String shown(Her her, String field) {
        mechanism.settle(her);
        return shown(her, field, "TRANSFER&atLeastVersion=" + sees(her).version());
    }

    /** What she is shown of it by an emergency access of her own, although she may see nothing else of the case. */
    String shownInEmergency(Her her, String field) {
        return shown(her, field, "EMERGENCY&atLeastVersion=" + her.version());
    }

    private String shown(Her her, String field, String purpose) {
        return reads(her.address("/person?purpose=" + purpose))
                .body()
                .path("fields")
                .valueStream()
                .filter(one -> one.path("field").asString().equals(field))
                .map(one -> one.has("value")
                        ? one.path("value").toString()
                        : (one.path("state").asString() + " "
                                        + one.path("reason").asString(""))
                                .strip())
                .findFirst()
                .orElse("nothing");
    }

    /** She says that there is an emergency; afterwards she may read for three hours what protects the person. */
    Answer opensInEmergency(Her her) {
        return acts(her, "/emergency-access", Map.of("ground", "MISSING_PERSON"));
    }

    /** What was opened of hers in emergencies, as whoever reviews it finds it. */
    List<JsonNode> emergencies(Her her, boolean reviewed) {
        mechanism.settle(her);
        return reads("/api/emergency-accesses?limit=200&reviewed=" + reviewed)
                .body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("caseId").asString().equals(her.caseId()))
                .toList();
    }

    /** Who has opened what about the person, as far as she may know. */
    List<String> openings(Her her) {
        return openings(her, "");
    }

    List<String> openings(Her her, String only) {
        return items(her, "/person/openings" + only)
                .map(line -> line.path("country").asString() + " "
                        + line.path("role").asString() + " "
                        + line.path("purpose").asString() + " "
                        + line.path("fields")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    /** The entity tag of the case as she reads it after the last act. */
    String tag(Her her) {
        mechanism.settle(her);
        return reads(her.address("")).header("ETag");
    }

    /** The referral that the story is about, at length. */
    Letter letter(Her her) {
        mechanism.settle(her);
        return Letter.of(her, reads(her.address("/referrals")).body().path("referrals"));
    }

    /** What happened, sentence by sentence, as she is told it. */
    List<String> timeline(Her her) {
        return told(her, "");
    }

    List<String> timeline(Her her, Instant asOf) {
        return told(her, "&asOf=" + asOf);
    }

    private List<String> told(Her her, String when) {
        return items(her, "/timeline?limit=200" + when)
                .map(entry -> entry.path("sentence").asString())
                .toList();
    }

    /** Who has been responsible, one after the other, as she is told it. */
    List<String> custody(Her her) {
        mechanism.settle(her);
        return reads(her.address("/custody"))
                .body()
                .path("custodies")
                .valueStream()
                .map(link -> link.path("country").asString())
                .toList();
    }

    private Stream<JsonNode> items(Her her, String path) {
        mechanism.settle(her);
        return reads(her.address(path)).body().path("items").valueStream();
    }

    /** The cases that she finds overdue. */
    List<String> overdue() {
        return reads("/api/cases?overdue=true&limit=200")
                .body()
                .path("items")
                .valueStream()
                .map(line -> line.path("caseId").asString())
                .toList();
    }

    @Override
    public String toString() {
        return login;
    }

    /** The lines of {@code /api/live}, as they come, for as long as the stream is open. */
    Stream<String> hears(String lastEventId) {
        HttpRequest.Builder request = request("/api/live").setHeader("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> answer = sent(request, BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(mechanism.url().resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token());
    }

    synchronized String token() {
        if (fetched.isBefore(Instant.now().minus(TOKEN_USED))) {
            String credentials = Base64.getEncoder().encodeToString((login + ":" + login).getBytes(UTF_8));
            Answer answer = answer(HttpRequest.newBuilder(mechanism.url().resolve("/oauth2/token"))
                    .timeout(PATIENCE)
                    .header("Authorization", "Basic " + credentials)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials")));
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            token = answer.body().path("access_token").asString();
            fetched = Instant.now();
        }
        return token;
    }

    /** She takes away what is there for her, whatever it is. */
    byte[] takes(String path) {
        HttpResponse<byte[]> answer = sent(request(path).setHeader("Accept", "*/*"), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as("%s takes %s", login, path).isEqualTo(200);
        return answer.body();
    }

    private static Answer answer(HttpRequest.Builder request) {
        return Answer.of(sent(request, BodyHandlers.ofString()));
    }

    private static <T> HttpResponse<T> sent(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
