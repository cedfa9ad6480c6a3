package org.trm.command.web;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.trm.command.CaseCommands;
import org.trm.command.casefile.Countries;
import org.trm.command.casefile.Directory;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Role;

/** The edge, the rules and the store; whom a request comes from, its header {@code Actor} says: {@code BG AUDITOR}. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"org.trm.command.web", "org.trm.command.casefile", "org.trm.command.store"},
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*|.*EdgeAlone"))
@Import(CaseCommands.class)
class EdgeWithStore implements WebMvcConfigurer {
    static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("""
                        CREATE ROLE trm_owner LOGIN PASSWORD 'owner' CREATEROLE;
                        CREATE ROLE trm_command; CREATE ROLE trm_query;
                        CREATE ROLE trm_app LOGIN PASSWORD 'app' IN ROLE trm_command, trm_query;
                        GRANT ALL ON DATABASE postgres TO trm_owner""");
            }
            return postgres;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void connect(EmbeddedPostgres postgres, DynamicPropertyRegistry properties) {
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> "trm_app");
        properties.add("spring.datasource.password", () -> "app");
        properties.add("spring.flyway.url", () -> url);
        properties.add("spring.flyway.user", () -> "trm_owner");
        properties.add("spring.flyway.password", () -> "owner");
        properties.add("spring.flyway.enabled", () -> "false");
        properties.add("axon.axonserver.enabled", () -> "false");
        properties.add("axon.serializer.general", () -> "jackson3");
        properties.add("db-scheduler.enabled", () -> "false");
    }

    @Bean
    Directory directory() {
        return new Countries();
    }

    @Bean
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorFromHeader());
    }

    private static final class ActorFromHeader implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest web,
                WebDataBinderFactory binders) {
            String[] countryAndRole = web.getHeader("Actor").split(" ");
            return Countries.person(CountryCode.of(countryAndRole[0]), Role.valueOf(countryAndRole[1]));
        }
    }
}
