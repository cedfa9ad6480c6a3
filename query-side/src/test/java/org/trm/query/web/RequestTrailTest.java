package org.trm.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.trm.events.wiring.Trail;

/** The lines of a question in the log are found by one id, and why it was not answered is counted. */
class RequestTrailTest {
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final RequestTrail trail = new RequestTrail(Optional.of(meters));
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/cases");

    @Test
    void lines_of_the_log_carry_the_id_of_the_client_and_later_ones_do_not() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        request.addHeader("X-Correlation-Id", "7c9e6679-7425-40de-944b-e07fc1f90ae7");

        trail.doFilter(request, new MockHttpServletResponse(), (asked, answered) -> seen.set(MDC.get("correlationId")));

        assertThat(seen).hasValue("7c9e6679-7425-40de-944b-e07fc1f90ae7");
        assertThat(MDC.get("correlationId")).isNull();
    }

    @Test
    void a_question_that_is_not_answered_is_counted_by_its_code() throws Exception {
        trail.doFilter(
                request,
                new MockHttpServletResponse(),
                (asked, answered) -> request.setAttribute(Trail.REFUSAL, "UNKNOWN_CASE"));

        assertThat(meters.get("trm.refusals")
                        .tags("code", "UNKNOWN_CASE")
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
