package org.trm.command.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.trm.events.identity.Tokens;
import org.trm.events.types.Role;

/**
 * Denies unless allowed. In one process the query-side's chain comes first and takes the reads, this one takes the rest
 * of {@code /api}, and the first side's {@code site} chain takes what is not under it.
 */
@Configuration(proxyBeanMethods = false)
class CommandSecurity {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** What the try-it page needs from its own server and nothing from any other. */
    private static final String OWN_PAGES = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String[] FOR_EVERYONE = {
        "/", "/problems/**", "/v3/api-docs/**", "/swagger-ui*/**", "/actuator/health/**"
    };

    @Bean
    @Order(20)
    SecurityFilterChain acts(HttpSecurity http, Tokens tokens) throws Exception {
        return stateless(http.securityMatcher("/api/**"), tokens, NOTHING)
                .authorizeHttpRequests(paths -> paths.requestMatchers("/api/admin/**")
                        .hasRole(Role.SYSTEM_OPERATOR.name())
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /**
     * Everything but the API: explanations and probes for everyone, figures for whoever watches, the rest of the actuator for
     * the operator.
     */
    @Bean
    @Order(30)
    @ConditionalOnMissingBean(name = "site")
    SecurityFilterChain site(HttpSecurity http, Tokens tokens, Environment settings) throws Exception {
        return stateless(http, tokens, OWN_PAGES)
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(GET, FOR_EVERYONE)
                        .permitAll()
                        .requestMatchers(HEAD, FOR_EVERYONE)
                        .permitAll()
                        .requestMatchers(new FiguresPort(settings))
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole(Role.SYSTEM_OPERATOR.name())
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http, Tokens tokens, String contentPolicy) throws Exception {
        Refusals refusals = new Refusals();
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(new TokenAuthentication(tokens))
                        .bearerTokenResolver(TokenAuthentication::token)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals));
    }
}
