package org.trm.query.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.trm.events.identity.Tokens;
import org.trm.events.types.Role;

/**
 * Denies unless allowed. This chain takes every read under {@code /api}, and the administration of views whatever its
 * method; in one process it comes before the command-side's, and the first side's {@code site} chain takes what is not
 * under {@code /api}.
 */
@Configuration(proxyBeanMethods = false)
class QuerySecurity {
    private static final String PROJECTIONS = "/api/admin/projections/**";
    private static final String LOG = "/api/admin/log/**";
    private static final String SELF_CHECKS = "/api/audit/self-checks/**";
    private static final String OPERATOR = Role.SYSTEM_OPERATOR.name();

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** What the try-it page needs from its own server and nothing from any other. */
    private static final String OWN_PAGES = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** These see no case at all; what the others see, the views decide. */
    private static final Set<Role> BLIND =
            EnumSet.of(Role.NATIONAL_RAPPORTEUR, Role.SYSTEM_OPERATOR, Role.DATA_SUBJECT);

    private static final String[] FOR_EVERYONE = {
        "/", "/problems/**", "/v3/api-docs/**", "/swagger-ui*/**", "/actuator/health/**"
    };

    @Bean
    @Order(10)
    SecurityFilterChain reads(HttpSecurity http, Tokens tokens) throws Exception {
        return stateless(http.securityMatcher(reads()), tokens, NOTHING)
                .authorizeHttpRequests(paths -> paths.requestMatchers("/api/admin/**")
                        .hasRole(OPERATOR)
                        .requestMatchers("/api/log/tile/entries/**", "/api/log/readings/tile/entries/**")
                        .hasRole(Role.AUDITOR.name())
                        .requestMatchers("/api/log/**")
                        .permitAll()
                        .requestMatchers(SELF_CHECKS)
                        .hasAnyRole(Role.AUDITOR.name(), OPERATOR)
                        .requestMatchers("/api/audit/**")
                        .hasRole(Role.AUDITOR.name())
                        .requestMatchers("/api/directory/**")
                        .authenticated()
                        .requestMatchers("/api/possible-duplicates")
                        .hasRole(Role.NATIONAL_FOCAL_POINT.name())
                        .anyRequest()
                        .hasAnyRole(readersOfCases()))
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
                        .hasRole(OPERATOR)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static RequestMatcher reads() {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                paths.matcher(GET, "/api/**"),
                paths.matcher(HEAD, "/api/**"),
                paths.matcher(PROJECTIONS),
                paths.matcher(LOG),
                paths.matcher(SELF_CHECKS));
    }

    private static String[] readersOfCases() {
        return EnumSet.complementOf(EnumSet.copyOf(BLIND)).stream()
                .map(Role::name)
                .toArray(String[]::new);
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
