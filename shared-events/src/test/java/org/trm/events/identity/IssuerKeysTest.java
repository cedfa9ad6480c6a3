package org.trm.events.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trm.events.types.Role;

class IssuerKeysTest {
    private final TestIssuer issuer = new TestIssuer();
    private HttpServer server;
    private URI uri;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/bg");
        serve("/realms/bg/keys", new JWKSet(issuer.key().toPublicJWK()).toString());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keys_are_found_by_the_metadata_of_the_issuer() {
        serve("/realms/bg/.well-known/openid-configuration", metadata(uri));

        assertThat(trusting(null).bearer(token()).roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    void keys_are_found_where_the_operator_said() {
        assertThat(trusting(URI.create(uri + "/keys")).bearer(token()).roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    void metadata_of_another_issuer_are_not_believed() {
        serve("/realms/bg/.well-known/openid-configuration", metadata(URI.create("https://foreign.test")));

        Denied denied = catchThrowableOfType(Denied.class, () -> trusting(null).bearer(token()));

        assertThat(denied.denial()).isEqualTo(Denial.ISSUER_UNREACHABLE);
    }

    private Tokens trusting(URI keys) {
        return new Tokens(TestIssuer.AUDIENCE, Map.of("bulgaria", Issuer.ofAny(uri, keys)));
    }

    private String token() {
        return issuer.sign(issuer.claims("anna", Role.AUDITOR).issuer(uri.toString()));
    }

    private String metadata(URI named) {
        return "{\"issuer\":\"" + named + "\",\"jwks_uri\":\"" + uri + "/keys\"}";
    }

    private void serve(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
