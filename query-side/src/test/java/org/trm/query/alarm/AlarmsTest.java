package org.trm.query.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trm.query.alarm.Alarm.Code.KEYS_UNREACHABLE;
import static org.trm.query.alarm.Alarm.Code.VIEW_STANDS_STILL;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An alarm is told by a line, a figure and a call: once each way, and to nobody whom the operator has not named. */
@ExtendWith(OutputCaptureExtension.class)
class AlarmsTest {
    private static final Clock NINE = Clock.fixed(Instant.parse("2026-03-02T09:00:00.123Z"), ZoneOffset.UTC);

    private static final class Bell implements Alarm {
        private final Code code;
        private boolean raised;
        private RuntimeException trouble;

        private Bell(Code code) {
            this.code = code;
        }

        @Override
        public Code code() {
            return code;
        }

        @Override
        public boolean isRaised() {
            if (trouble != null) {
                throw trouble;
            }
            return raised;
        }
    }

    private final List<String> called = new CopyOnWriteArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Bell view = new Bell(VIEW_STANDS_STILL);
    private final Bell keys = new Bell(KEYS_UNREACHABLE);
    private HttpServer operator;
    private volatile int answer = 204;

    @BeforeEach
    void somebodyCanBeCalled() throws IOException {
        operator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        operator.createContext("/", exchange -> {
            called.add(exchange.getRequestMethod() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        operator.start();
    }

    @AfterEach
    void close() {
        operator.stop(0);
    }

    private Alarms alarms(String webhook) {
        return new Alarms(
                List.of(view, keys),
                new Calls(webhook, "trm", NINE),
                new StaticListableBeanFactory(Map.of("meters", meters)).getBeanProvider(MeterRegistry.class));
    }

    private Alarms alarms() {
        return alarms("http://127.0.0.1:" + operator.getAddress().getPort() + "/trm?secret=1");
    }

    private double figure(Alarm.Code code) {
        return meters.get("trm.alarm").tags("alarm", code.name()).gauge().value();
    }

    @Test
    void what_begins_and_what_is_over_is_told_once_each_way(CapturedOutput log) {
        Alarms alarms = alarms();
        alarms.look();
        assertThat(called).isEmpty();

        view.raised = true;
        alarms.look();
        alarms.look();

        assertThat(called)
                .containsExactly(
                        "POST {\"alarm\":\"VIEW_STANDS_STILL\",\"state\":\"RAISED\",\"at\":\"2026-03-02T09:00:00Z\","
                                + "\"service\":\"trm\",\"sentence\":\"A view does not take in any more what happens.\"}");
        assertThat(figure(VIEW_STANDS_STILL)).isEqualTo(1);
        assertThat(figure(KEYS_UNREACHABLE)).isZero();
        assertThat(log.getAll()).containsOnlyOnce("ALARM: VIEW_STANDS_STILL");

        view.raised = false;
        alarms.look();
        alarms.look();

        assertThat(called).hasSize(2).last().asString().contains("VIEW_STANDS_STILL", "OVER");
        assertThat(figure(VIEW_STANDS_STILL)).isZero();
    }

    @Test
    void what_was_not_taken_is_told_again_until_it_is_and_no_secret_stands_in_the_log(CapturedOutput log) {
        Alarms alarms = alarms();
        answer = 503;
        keys.raised = true;
        alarms.look();
        alarms.look();
        assertThat(called).hasSize(2);

        answer = 200;
        alarms.look();
        alarms.look();

        assertThat(called).hasSize(3).allMatch(call -> call.contains("KEYS_UNREACHABLE"));
        assertThat(log.getAll())
                .containsOnlyOnce("Nobody could be called by trm.alarms.webhook")
                .contains("it answers 503")
                .doesNotContain("secret");
    }

    @Test
    void nobody_is_called_where_nobody_was_named_and_the_line_and_the_figure_are_there(CapturedOutput log) {
        Alarms alarms = alarms("");
        keys.raised = true;
        alarms.look();

        assertThat(called).isEmpty();
        assertThat(figure(KEYS_UNREACHABLE)).isEqualTo(1);
        assertThat(log.getAll()).contains("ALARM: KEYS_UNREACHABLE");
    }

    @Test
    void an_alarm_that_cannot_be_looked_at_stays_as_it_was_and_keeps_no_other_from_being_told() {
        Alarms alarms = alarms();
        view.raised = true;
        alarms.look();
        view.trouble = new IllegalStateException("the database is away");
        keys.raised = true;
        alarms.look();

        assertThat(figure(VIEW_STANDS_STILL)).isEqualTo(1);
        assertThat(called).hasSize(2).last().asString().contains("KEYS_UNREACHABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alarms.example.org", "ftp://alarms.example.org", "https://", "https://a b/?secret=1"})
    void an_address_that_cannot_be_called_is_refused_at_the_start_without_being_repeated(String webhook) {
        assertThatThrownBy(() -> new Calls(webhook, "trm", NINE))
                .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, refused -> {
                    assertThat(refused.getName()).isEqualTo("trm.alarms.webhook");
                    assertThat(refused.toString() + refused.getValue()).doesNotContain("secret");
                });
    }
}
