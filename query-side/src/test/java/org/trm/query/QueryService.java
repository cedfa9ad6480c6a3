package org.trm.query;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.trm.events.identity.OwnIssuer;
import org.trm.events.identity.TestIssuer;
import org.trm.events.wiring.CommitSignal;
import org.trm.events.wiring.EventSerializer;
import org.trm.query.view.CaseView;

/** The query side as it answers over HTTP, on a free port of this machine, to whom a test issuer vouches for. */
public final class QueryService implements AutoCloseable {
    /** What a process with both sides has on its class path, and the query side alone would not start. */
    private static final List<String> OF_OTHERS = List.of(
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration");

    private static final List<String> SETTINGS = List.of(
            "--server.address=127.0.0.1",
            "--server.port=0",
            "--axon.axonserver.enabled=false",
            "--trm.keys=target/keys",
            "--trm.erased=target/erased",
            "--axon.serializer.general=jackson3",
            "--db-scheduler.enabled=false",
            "--spring.flyway.enabled=false",
            "--spring.main.banner-mode=off",
            "--spring.main.log-startup-info=false",
            "--spring.autoconfigure.exclude=" + String.join(",", OF_OTHERS),
            "--trm.issuers.test.uri=" + TestIssuer.URI_OF_ISSUER);

    public final TestIssuer issuer = new TestIssuer();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ServletWebServerApplicationContext context;

    private QueryService(HikariDataSource database, EventLog log, Collection<Class<? extends CaseView<?>>> more) {
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
                .initializers((ApplicationContextInitializer<GenericApplicationContext>) beans -> {
                    beans.registerBean(
                            DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
                    beans.registerBean(EventStore.class, log::store, definition -> definition.setDestroyMethodName(""));
                    beans.registerBean(CommitSignal.class, log::signal);
                    beans.registerBean("eventSerializer", EventSerializer.class, log::serializer);
                    beans.registerBean(Clock.class, Clock::systemUTC);
                    beans.registerBean(OwnIssuer.class, () -> issuer.asOwn());
                    more.forEach(view -> beans.registerBean(view));
                })
                .run(settings(database));
    }

    public static QueryService start(HikariDataSource database, EventLog log) {
        return new QueryService(database, log, List.of());
    }

    /** With further views than the query side has. */
    public static QueryService start(
            HikariDataSource database, EventLog log, Collection<Class<? extends CaseView<?>>> views) {
        return new QueryService(database, log, views);
    }

    /** As command line arguments, which nothing on the class path overrides. */
    private static String[] settings(HikariDataSource database) {
        return Stream.concat(
                        SETTINGS.stream(),
                        Stream.of(
                                "--spring.datasource.url=" + database.getJdbcUrl(),
                                "--trm.log.copies=target/log-" + UUID.randomUUID()))
                .toArray(String[]::new);
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> get(String token, String path, String... headers) {
        return send(HttpRequest.newBuilder(at(path)).GET(), token, headers);
    }

    /** What is answered with 200. */
    public byte[] bytes(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).GET();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " is answered with " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> head(String token, String path) {
        return send(HttpRequest.newBuilder(at(path)).method("HEAD", BodyPublishers.noBody()), token);
    }

    public HttpResponse<String> post(String token, String path) {
        return send(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.noBody()), token);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token, String... headers) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path);
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableAutoConfiguration
    @Import(QuerySide.class)
    static class Application {}
}
