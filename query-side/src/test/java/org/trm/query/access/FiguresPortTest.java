package org.trm.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/** Figures are for whoever reaches a port that the operator has set apart, and otherwise for the operator alone. */
class FiguresPortTest {
    private static FiguresPort port(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return new FiguresPort(environment);
    }

    private static MockHttpServletRequest request(String method, String path, int port) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setLocalPort(port);
        return request;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /actuator/prometheus, 9090, true",
        "GET, /actuator/prometheus, 8080, false",
        "POST, /actuator/prometheus, 9090, false",
        "GET, /actuator/metrics, 9090, false",
        "GET, /actuator/prometheus/, 9090, false",
        "GET, /api/cases, 9090, false"
    })
    void only_the_figures_are_open_and_only_there(String method, String path, int at, boolean open) {
        FiguresPort port = port(Map.of(
                "server.port", "8080",
                "management.server.port", "9090",
                "management.server.address", "127.0.0.1",
                "local.management.port", 9090));

        assertThat(port.matches(request(method, path, at))).isEqualTo(open);
    }

    @Test
    void nothing_is_open_at_the_port_of_the_api() {
        assertThat(port(Map.of("local.management.port", 8080)).matches(request("GET", "/actuator/prometheus", 8080)))
                .isFalse();
        assertThat(port(Map.of("server.port", "8080", "management.server.port", "8080", "local.management.port", 8080))
                        .matches(request("GET", "/actuator/prometheus", 8080)))
                .isFalse();
    }

    @Test
    void ports_that_are_left_to_chance_are_two_and_a_negative_one_is_none() {
        Map<String, Object> chance = Map.of(
                "server.port", "0",
                "management.server.port", "0",
                "management.server.address", "127.0.0.1",
                "local.management.port", 40001);

        assertThat(port(chance).matches(request("GET", "/actuator/prometheus", 40001)))
                .isTrue();
        assertThat(port(chance).matches(request("GET", "/actuator/prometheus", 40000)))
                .isFalse();
        assertThat(port(Map.of("management.server.port", "-1")).matches(request("GET", "/actuator/prometheus", 8080)))
                .isFalse();
    }

    @Test
    void a_port_that_anybody_could_reach_is_refused_unless_the_operator_says_so() {
        assertThatThrownBy(() -> port(Map.of("management.server.port", "9090")))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        refused ->
                                assertThat(refused.getReason()).contains("--management.server.address", "127.0.0.1"));
    }
}
