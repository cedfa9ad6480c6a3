package org.trm.query.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.trm.events.identity.Denial;

/**
 * Explains the problems that this side has, at the addresses that their types name. Any other address is left to the
 * command side, which explains its own when both are one process.
 */
@Configuration(proxyBeanMethods = false)
class QueryProblemPages {
    /** @param meaning says what would have been allowed, or what to do */
    record Page(String type, String code, String title, int status, String meaning) {
        static Page of(Denial why) {
            return new Page("/problems/" + why.name(), why.name(), why.title(), why.status(), why.sentence());
        }

        static Page of(Unanswered why) {
            return new Page(
                    why.type().toString(), why.name(), why.title(), why.status().value(), why.sentence());
        }
    }

    @Bean
    RouterFunction<ServerResponse> explanations() {
        RouterFunctions.Builder pages = RouterFunctions.route();
        Stream.concat(
                        Arrays.stream(Unanswered.values()).map(Page::of),
                        Arrays.stream(Denial.values()).map(Page::of))
                .forEach(page -> pages.route(
                        methods(GET, HEAD).and(path(page.type())),
                        request -> ServerResponse.ok().body(page)));
        return pages.build();
    }
}
