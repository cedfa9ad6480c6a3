package org.trm.deploy.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.trm.probe.Mirror;
import org.trm.query.access.AccessScope;
import org.trm.query.access.NetworkMembers;

/** The demo issuer and the query side's checks alone, without a database: what it issues is what they believe. */
@SpringBootTest(
        classes = DemoIssuerTest.Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "trm.demo-logins=true",
            "axon.axonserver.enabled=false",
            "axon.serializer.general=jackson3",
            "db-scheduler.enabled=false",
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
class DemoIssuerTest {
    private static final String VERIFIER = "0123456789-0123456789-0123456789-0123456789";

    @TempDir
    private static Path data;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @DynamicPropertySource
    static void keepKeysIn(DynamicPropertyRegistry settings) {
        settings.add("trm.data", () -> data.resolve("new").toString());
    }

    static Stream<DemoLogin> logins() {
        return DemoLogin.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("logins")
    void each_login_is_a_client_whose_token_says_who_it_is(DemoLogin login) throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(tokenOf(login.name())).getJWTClaimsSet();

        assertThat(claims.getClaims()).containsAllEntriesOf(login.claims());
        assertThat(claims.getSubject()).isEqualTo(login.name());
        assertThat(claims.getAudience()).containsExactly("trm-api");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(300_000);
    }

    @Test
    void a_token_opens_the_api() throws Exception {
        HttpResponse<String> answer = get("/api/mirror", tokenOf("ro-focal-point"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("NATIONAL_FOCAL_POINT", "RO", "RO-ANITP");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void the_operator_sees_no_case() throws Exception {
        HttpResponse<String> answer = get("/api/mirror", tokenOf("operator"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("ROLE_NOT_SUFFICIENT");
    }

    @Test
    void a_wrong_secret_gets_no_token() throws Exception {
        assertThat(askForToken("bg-focal-point", "guess").statusCode()).isEqualTo(401);
    }

    @Test
    void a_person_logs_in_and_the_try_it_page_gets_her_token() throws Exception {
        URI authorize = at("/oauth2/authorize?response_type=code&client_id=try-it&state=s&code_challenge_method=S256"
                + "&code_challenge=" + challenge() + "&redirect_uri=" + URLEncoder.encode(redirect(), UTF_8));
        assertThat(location(get(authorize))).endsWith("/login");
        HttpResponse<String> page = get(at("/login"));
        assertThat(page.body()).doesNotContain("https://", "//cdn");
        assertThat(logIn(page, "bg-auditor").statusCode()).isEqualTo(302);

        String back = location(get(authorize));
        assertThat(back).startsWith(redirect() + "?code=");
        String code = back.replaceAll(".*[?&]code=([^&]+).*", "$1");
        HttpResponse<String> token = send(HttpRequest.newBuilder(at("/oauth2/token"))
                .POST(BodyPublishers.ofString("grant_type=authorization_code&client_id=try-it&code=" + code
                        + "&code_verifier=" + VERIFIER + "&redirect_uri=" + URLEncoder.encode(redirect(), UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(get("/api/mirror", accessToken(token)).body()).contains("AUDITOR", "BG");
    }

    @Test
    void a_session_opens_nothing_but_the_login_page() throws Exception {
        logIn(get(at("/login")), "bg-auditor");

        assertThat(get(at("/api/mirror")).statusCode()).isEqualTo(401);
        assertThat(get(at("/actuator/env")).statusCode()).isEqualTo(401);
    }

    @Test
    void the_key_is_readable_by_its_owner_alone() throws IOException {
        Path key = data.resolve("new/demo-issuer.jwk");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(IssuerKey.keptIn(data.resolve("new")).toJSONString()).isEqualTo(Files.readString(key));
    }

    private HttpResponse<String> logIn(HttpResponse<String> page, String name) throws Exception {
        Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(csrf.find()).isTrue();
        return send(HttpRequest.newBuilder(at("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + name + "&password=" + name + "&_csrf=" + csrf.group(1))));
    }

    private String tokenOf(String name) throws Exception {
        return accessToken(askForToken(name, name));
    }

    private HttpResponse<String> askForToken(String name, String secret) throws Exception {
        String credentials = Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(UTF_8));
        return send(HttpRequest.newBuilder(at("/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    private static String accessToken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private static String challenge() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private String redirect() {
        return "http://127.0.0.1:" + port + "/swagger-ui/oauth2-redirect.html";
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no redirect: " + answer);
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> get(URI uri) throws Exception {
        return send(HttpRequest.newBuilder(uri).header("Accept", "text/html"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @EnableAutoConfiguration
    @ComponentScan(basePackageClasses = {DemoIssuer.class, AccessScope.class})
    @Import(Mirror.class)
    static class Application {
        /** Which countries a network has is the directory's, and without a database there is none. */
        @Bean
        NetworkMembers nobody() {
            return network -> Set.of();
        }
    }
}
