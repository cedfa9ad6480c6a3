package org.trm.deploy.standalone;

import static java.util.stream.Collectors.joining;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.trm.deploy.standalone.demo.DemoLogin;

/** The page at {@code /}: where things are, and the demo logins with their warning while they are on. */
@Configuration(proxyBeanMethods = false)
class FrontPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <title>Transnational Referral Mechanism</title>
            <style>body {font: 1rem/1.5 sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem}
            .warning {border: .2rem solid #b10e1e; padding: .5rem 1rem} td, th {text-align: left; padding-right: 2rem}
            </style>
            <h1>Transnational Referral Mechanism</h1>
            %s
            <p><a href="swagger-ui/index.html">Try it</a> · <a href="v3/api-docs">OpenAPI</a>
            · <a href="actuator/health">Health</a></p>
            </html>
            """;

    private static final String DEMO = """
            <div class="warning"><p><strong>Demo logins are on.</strong> Everyone knows their passwords, which are their
            names. Nothing about a real person may be entered here.</p></div>
            <table><tr><th>login<th>role<th>organisation</tr>
            %s
            </table>
            <p>To become someone else on the try-it page, <a href="logout">log out</a> first.</p>
            """;

    @Bean
    RouterFunction<ServerResponse> front(@Value("${trm.demo-logins:false}") boolean demo) {
        String page = PAGE.formatted(demo ? DEMO.formatted(rows()) : "");
        return RouterFunctions.route()
                .route(
                        methods(GET, HEAD).and(path("/")),
                        request -> ServerResponse.ok()
                                .contentType(MediaType.TEXT_HTML)
                                .body(page))
                .build();
    }

    private static String rows() {
        return DemoLogin.ALL.stream().map(FrontPage::row).collect(joining("\n"));
    }

    private static String row(DemoLogin login) {
        String where = Stream.of(login.organisation(), login.network())
                .filter(name -> name != null)
                .findFirst()
                .orElse("");
        return "<tr><td>" + login.name() + "<td>" + login.role() + "<td>" + where + "</tr>";
    }
}
