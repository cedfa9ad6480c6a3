package org.trm.deploy.standalone.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The endpoints of the demo issuer and its login page: the only place where a session exists. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("trm.demo-logins")
class DemoSecurity {
    private static final String OWN_PAGES =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain logins(HttpSecurity http) throws Exception {
        var issuer = new OAuth2AuthorizationServerConfigurer();
        var paths = PathPatternRequestMatcher.withDefaults();
        return http.securityMatcher(new OrRequestMatcher(
                        request -> issuer.getEndpointsMatcher().matches(request),
                        paths.matcher("/login"),
                        paths.matcher("/logout"),
                        paths.matcher("/default-ui.css")))
                .with(issuer, Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(OWN_PAGES)))
                .build();
    }
}
