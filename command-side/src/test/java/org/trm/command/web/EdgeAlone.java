package org.trm.command.web;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.postgresql.ds.PGSimpleDataSource;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springdoc.webmvc.ui.SwaggerConfig;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.trm.command.CaseCommands;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Cases;
import org.trm.command.directory.UnreadDirectory;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;

/** The edge without a store behind it: enough for all that never gets as far as a case. */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SpringDocConfiguration.class,
    SpringDocConfigProperties.class,
    SpringDocWebMvcConfiguration.class,
    MultipleOpenApiSupportConfiguration.class,
    SwaggerConfig.class,
    SwaggerUiConfigProperties.class,
    SwaggerUiOAuthProperties.class
})
@ComponentScan(
        basePackages = {
            "org.trm.command.web",
            "org.trm.command.casefile",
            "org.trm.command.directory",
            "org.trm.command.documents",
            "org.trm.command.duplicates",
            "org.trm.command.judgement",
            "org.trm.command.keys"
        },
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*EdgeWithStore|.*Directory(Now|Seed|Streams)|.*KeysHere|.*KeysOfTheErased|.*LostRequestKey"))
@Import({CaseCommands.class, UnreadDirectory.class})
class EdgeAlone {
    @Bean
    WebMvcConfigurer somebody() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Somebody());
            }
        };
    }

    @Bean
    JdbcClient jdbcClient() {
        return JdbcClient.create(new PGSimpleDataSource());
    }

    @Bean
    JdbcTemplate jdbcTemplate() {
        return new JdbcTemplate(new PGSimpleDataSource());
    }

    @Bean
    PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(new PGSimpleDataSource());
    }

    @Bean
    FileKeyStore keys() {
        return FileKeyStore.in(Path.of("target/keys"), Path.of("target/erased"));
    }

    @Bean
    Cases cases() {
        return new Cases() {
            @Override
            public Optional<CaseState> known(CaseId caseId) {
                return find(caseId);
            }

            @Override
            public Optional<CaseState> find(CaseId caseId) {
                return Optional.empty();
            }

            @Override
            public List<Recorded<CaseEvent>> since(CaseId caseId, long version, int most) {
                return List.of();
            }
        };
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CommandBus bus() {
        return SimpleCommandBus.builder().build();
    }

    private static final class Somebody implements HandlerMethodArgumentResolver {
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
            return Actor.MIGRATION;
        }
    }
}
