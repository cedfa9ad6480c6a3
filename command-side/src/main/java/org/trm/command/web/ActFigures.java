package org.trm.command.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.trm.events.wiring.Trail;

/**
 * How many acts there were, of which kind and with what outcome, how long they took, and why requests were refused. A kind is
 * an act of the API description and a reason one of our codes, so that no figure tells of a case, a person or a country.
 */
@Configuration(proxyBeanMethods = false)
class ActFigures {
    /** Before whoever may refuse a request. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 2;

    private final Optional<MeterRegistry> meters;

    ActFigures(ObjectProvider<MeterRegistry> meters) {
        this.meters = Optional.ofNullable(meters.getIfAvailable());
        // An increase can be told only of what has been there before.
        this.meters.ifPresent(registry -> {
            registry.counter("trm.refusals", "code", Fault.INTERNAL_ERROR.name());
            registry.counter("trm.refusals", "code", Fault.KEYS_UNREACHABLE.name());
            registry.counter("trm.refusals", "code", Fault.UNAVAILABLE.name());
        });
    }

    @Bean
    FilterRegistrationBean<RequestTrail> requestTrail() {
        FilterRegistrationBean<RequestTrail> trail = new FilterRegistrationBean<>(new RequestTrail(this));
        trail.setOrder(FIRST);
        return trail;
    }

    void count(HttpServletRequest request, HttpServletResponse response, Duration took) {
        meters.ifPresent(registry -> {
            if (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                    && method.hasMethodAnnotation(Gives.class)) {
                registry.timer("trm.acts", "kind", kind(method), "outcome", outcome(response))
                        .record(took);
            }
            if (request.getAttribute(Trail.REFUSAL) instanceof String code) {
                registry.counter("trm.refusals", "code", code).increment();
            }
        });
    }

    private static String kind(HandlerMethod method) {
        String command = method.getMethodAnnotation(Gives.class).value().getSimpleName();
        return command.substring(0, 1).toLowerCase(Locale.ROOT) + command.substring(1);
    }

    private static String outcome(HttpServletResponse response) {
        if (response.getStatus() >= 500) {
            return "failed";
        } else if (response.getStatus() >= 400) {
            return "refused";
        }
        return response.containsHeader(Acts.REPLAYED) ? "repeated" : "done";
    }
}
