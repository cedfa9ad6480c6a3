package org.trm.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.trm.command.CaseCommands;
import org.trm.command.casefile.Directory;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Role;

/**
 * The edge, the rules and the store; whom a request comes from, its header {@code Actor} says: {@code BG AUDITOR}, or
 * {@code BG AUDITOR NGO1}, or {@code - REGIONAL_COORDINATOR} for whoever belongs to no country.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "org.trm.command.web",
            "org.trm.command.casefile",
            "org.trm.command.directory",
            "org.trm.command.documents",
            "org.trm.command.judgement",
            "org.trm.command.keys",
            "org.trm.command.store"
        },
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*|.*EdgeAlone"))
@Import(CaseCommands.class)
@PropertySource("classpath:org/trm/command/defaults.properties")
class EdgeWithStore implements WebMvcConfigurer {
    private final ObjectProvider<Directory> directory;

    EdgeWithStore(ObjectProvider<Directory> directory) {
        this.directory = directory;
    }

    /** A test over the whole edge; all such tests share one service and one database. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @SpringBootTest(classes = EdgeWithStore.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    @ContextConfiguration(initializers = Database.class)
    @interface Used {}

    /** Its server ends with the process. */
    static final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String url = "jdbc:postgresql://127.0.0.1:" + start().getPort() + "/postgres";
            TestPropertyValues.of(
                            "spring.datasource.url=" + url,
                            "spring.datasource.username=trm_app",
                            "spring.datasource.password=app",
                            "spring.flyway.url=" + url,
                            "spring.flyway.user=trm_owner",
                            "spring.flyway.password=owner",
                            "axon.axonserver.enabled=false",
                            "trm.keys=target/keys",
                            "trm.erased=target/erased",
                            "db-scheduler.enabled=false")
                    .applyTo(context);
        }

        private static EmbeddedPostgres start() {
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
    }

    @Bean
    static Statements statements() {
        return new Statements();
    }

    @Bean
    static BeanPostProcessor countedStatements(ObjectProvider<Statements> statements) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database
                        ? statements.getObject().before(database)
                        : bean;
            }
        };
    }

    @Bean
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorFromHeader(directory.getObject()));
    }

    private record ActorFromHeader(Directory directory) implements HandlerMethodArgumentResolver {
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
            String[] words = web.getHeader("Actor").split(" ");
            CountryCode country = words[0].equals("-") ? null : CountryCode.of(words[0]);
            OrganisationId organisation =
                    words.length > 2 ? OrganisationId.of(country + "-" + words[2]) : focalPoint(country);
            UUID id = UUID.nameUUIDFromBytes(web.getHeader("Actor").getBytes(UTF_8));
            return new Actor(ActorKind.PERSON, id, "test", organisation, country, Role.valueOf(words[1]));
        }

        private OrganisationId focalPoint(CountryCode country) {
            return country == null
                    ? null
                    : directory
                            .mechanism(country)
                            .map(Mechanism::focalPoint)
                            .orElse(OrganisationId.of(country + "-NRM"));
        }
    }
}
