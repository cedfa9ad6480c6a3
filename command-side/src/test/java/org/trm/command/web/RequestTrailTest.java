package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.trm.command.casefile.intake.OpenCase;
import org.trm.events.wiring.Trail;

/** Whatever comes of a request, its lines in the log are found by one id, and it is counted without saying whose it was. */
class RequestTrailTest {
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final RequestTrail trail = new RequestTrail(new ActFigures(
            new StaticListableBeanFactory(Map.of("meters", meters)).getBeanProvider(MeterRegistry.class)));
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/cases");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Gives(OpenCase.class)
    public void open() {}

    private void passes(FilterChain rest) throws Exception {
        trail.doFilter(request, response, rest);
    }

    private void isAnAct() throws NoSuchMethodException {
        request.setAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, new HandlerMethod(this, "open"));
    }

    private double acts(String outcome) {
        return meters.get("trm.acts")
                .tags("kind", "openCase", "outcome", outcome)
                .timer()
                .count();
    }

    @Test
    void lines_of_the_log_carry_the_trace_of_the_client_and_later_ones_do_not() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        request.addHeader("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        passes((asked, answered) -> seen.set(MDC.get("correlationId")));

        assertThat(seen).hasValue("4bf92f35-77b3-4da6-a3ce-929d0e0e4736");
        assertThat(Correlation.of(request)).hasToString(seen.get());
        assertThat(MDC.get("correlationId")).isNull();
    }

    @Test
    void a_request_without_an_id_is_given_one_that_its_events_and_its_refusal_keep() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        request.addHeader("X-Correlation-Id", "not an id\nforged line");

        passes((asked, answered) -> seen.set(MDC.get("correlationId")));

        assertThat(seen.get()).matches("[0-9a-f-]{36}");
        assertThat(Correlation.of(request)).hasToString(seen.get());
    }

    @Test
    void an_act_that_is_done_and_the_same_told_again_are_counted_apart() throws Exception {
        isAnAct();
        passes((asked, answered) -> response.setStatus(201));
        assertThat(acts("done")).isEqualTo(1);

        request.removeAttribute(trail.getClass().getName() + ".FILTERED");
        passes((asked, answered) -> response.setHeader(Acts.REPLAYED, "true"));
        assertThat(acts("repeated")).isEqualTo(1);
        assertThat(acts("done")).isEqualTo(1);
    }

    @Test
    void a_refusal_is_counted_by_its_code_and_as_an_act_that_was_not_done() throws Exception {
        isAnAct();
        passes((asked, answered) -> Problem.of(Fault.MALFORMED_REQUEST).answer(request, response));

        assertThat(acts("refused")).isEqualTo(1);
        assertThat(meters.get("trm.refusals")
                        .tags("code", "MALFORMED_REQUEST")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void what_is_no_act_is_not_counted_as_one_and_defects_can_be_seen_before_there_are_any() throws Exception {
        passes((asked, answered) -> request.setAttribute(Trail.REFUSAL, "UNAUTHENTICATED"));

        assertThat(meters.find("trm.acts").timer()).isNull();
        assertThat(meters.get("trm.refusals")
                        .tags("code", "UNAUTHENTICATED")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("trm.refusals")
                        .tags("code", "INTERNAL_ERROR")
                        .counter()
                        .count())
                .isZero();
    }
}
