package org.trm.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class StartConditionsTest {
    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    @Test
    void a_start_that_lets_nobody_in_is_refused_naming_both_ways_out() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> start(Map.of()))
                .withMessageContainingAll(ISSUER, "--demo-logins")
                .extracting(StartRefused::getExitCode)
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void demo_logins_within_the_reach_of_others_are_refused(String address) {
        refused(Map.of("trm.demo-logins", "true", "server.address", address), "others can reach");
    }

    @Test
    void demo_logins_without_an_address_would_listen_everywhere() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> process(Map.of("trm.demo-logins", "true", "server.port", "0")))
                .withMessageContaining("others can reach");
    }

    @ParameterizedTest
    @ValueSource(strings = {ISSUER, "trm.issuers.bulgaria.uri"})
    void demo_logins_beside_a_real_issuer_are_refused(String issuer) {
        refused(Map.of("trm.demo-logins", "true", issuer, "https://issuer.test"), "leave out --demo-logins");
    }

    @Test
    void a_port_that_is_taken_is_named_with_its_option() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());
            refused(Map.of("trm.demo-logins", "true", "server.port", port), "--port N");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ISSUER, "trm.issuers.bulgaria.uri"})
    void an_issuer_is_enough(String issuer) {
        assertThatCode(() -> start(Map.of(issuer, "https://issuer.test"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void demo_logins_on_this_machine_are_enough(String address) {
        assertThatCode(() -> start(Map.of("trm.demo-logins", "true", "server.address", address)))
                .doesNotThrowAnyException();
    }

    private static void refused(Map<String, Object> settings, String says) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> start(settings))
                .withMessageContaining(says);
    }

    /** With the defaults of the standalone form for what is not set. */
    private static void start(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of("server.address", "127.0.0.1", "server.port", "0"));
        all.putAll(settings);
        process(all);
    }

    private static void process(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new StartConditions().postProcessEnvironment(environment, new SpringApplication());
    }
}
