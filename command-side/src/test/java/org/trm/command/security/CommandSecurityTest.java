package org.trm.command.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.events.types.Role.AUDITOR;
import static org.trm.events.types.Role.NATIONAL_COORDINATOR;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.SYSTEM_OPERATOR;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.trm.events.identity.OwnIssuer;
import org.trm.events.identity.TestIssuer;
import org.trm.probe.Echo;

@SpringBootTest(
        classes = CommandSecurityTest.Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "axon.axonserver.enabled=false",
            "trm.keys=target/keys",
            "trm.erased=target/erased",
            "axon.serializer.general=jackson3",
            "db-scheduler.enabled=false",
            "management.endpoints.web.exposure.include=*",
            "spring.flyway.enabled=false",
            "server.address=127.0.0.1"
        })
class CommandSecurityTest {
    private static final TestIssuer ISSUER = new TestIssuer();
    private static final String ANNA = ISSUER.token("anna", "BG-NCCTHB", NATIONAL_FOCAL_POINT);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void an_act_without_a_token_is_refused_with_a_challenge() throws Exception {
        HttpResponse<String> answer = send(request("/api/echo").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"UNAUTHENTICATED\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"trm\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer x", "Bearer a b", "Bearer ä", "Bearer x.y.z", "Basic YTpi"})
    void a_token_that_is_none_is_refused_and_not_repeated(String header) throws Exception {
        HttpResponse<String> answer =
                send(request("/api/echo").header("Authorization", header).POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .containsAnyOf("TOKEN_INVALID", "UNAUTHENTICATED")
                .doesNotContain("x.y.z");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void the_actor_is_the_bearer_and_is_written_down_once() throws Exception {
        HttpResponse<String> answer = act(ANNA, null);
        act(ANNA, null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("BG-NCCTHB of BG as NATIONAL_FOCAL_POINT by test");
        assertThat(jdbc.sql("SELECT subject FROM acts.actor WHERE subject = 'anna'")
                        .query(String.class)
                        .list())
                .containsExactly("anna");
    }

    @Test
    void no_session_and_no_cookie_come_of_it() throws Exception {
        HttpResponse<String> answer = act(ANNA, null);

        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }

    @ParameterizedTest
    @CsvSource({"AUDITOR,200,as AUDITOR", ",403,ROLE_AMBIGUOUS", "POLICE,403,ROLE_NOT_HELD", "x,403,ROLE_NOT_HELD"})
    void of_several_roles_one_is_named(String asked, int status, String says) throws Exception {
        String token = ISSUER.token("two", "BG-NCCTHB", AUDITOR, NATIONAL_COORDINATOR);

        HttpResponse<String> answer = act(token, asked);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(says);
    }

    @Test
    void who_acts_for_a_country_must_name_it() throws Exception {
        HttpResponse<String> answer = act(ISSUER.sign(ISSUER.claims("lost", NATIONAL_FOCAL_POINT)), null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("TOKEN_INCOMPLETE", "country");
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health,,200",
        "/actuator/health/readiness,,200",
        "/actuator/env,,401",
        "/actuator/prometheus,,401",
        "/anything,,401",
        "/actuator/env,anna,403",
        "/anything,anna,403",
        "/api/nothing,anna,404",
        "/api/admin/keys/root/rotation,anna,403",
        "/api/admin/keys/root/rotation,operator,404",
        "/actuator,operator,200"
    })
    void what_is_not_allowed_is_denied(String path, String who, int status) throws Exception {
        var request = request(path);
        if (who != null) {
            String operator = ISSUER.sign(ISSUER.claims("operator", SYSTEM_OPERATOR));
            request.header("Authorization", "Bearer " + (who.equals("anna") ? ANNA : operator));
        }

        assertThat(send(request).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/problems/NOT_HOLDER", "/v3/api-docs", "/swagger-ui/index.html", "/actuator/health"})
    void what_everybody_may_read_everybody_may_ask_the_head_of(String path) throws Exception {
        HttpResponse<String> head = send(request(path).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode())
                .isEqualTo(send(request(path)).statusCode())
                .isNotEqualTo(401);
    }

    private HttpResponse<String> act(String token, String role) throws Exception {
        var request = request("/api/echo").header("Authorization", "Bearer " + token);
        if (role != null) {
            request.header("Acting-Role", role);
        }
        return send(request.POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @EnableAutoConfiguration
    @ComponentScan
    static class Application {
        @Bean
        OwnIssuer issuer() {
            return ISSUER.asOwn();
        }

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.start();
        }

        @Bean
        DataSource database(EmbeddedPostgres postgres) {
            DataSource database = postgres.getPostgresDatabase();
            String before = "CREATE SCHEMA acts; CREATE ROLE trm_command;";
            new ResourceDatabasePopulator(
                            new ByteArrayResource(before.getBytes(StandardCharsets.UTF_8)),
                            new ClassPathResource("db/command/V3__actors.sql"))
                    .execute(database);
            return database;
        }

        @Bean
        Echo echo() {
            return new Echo();
        }
    }
}
