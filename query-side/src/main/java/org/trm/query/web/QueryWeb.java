package org.trm.query.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.security.SecurityScheme.Type;
import java.time.Duration;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.trm.query.access.AccessScope;

/** What the questions of the query side have in common, and their OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class QueryWeb implements WebMvcConfigurer {
    private static final String TOKEN = "access-token";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
        registry.addInterceptor(new OpenedInFull()).addPathPatterns("/api/**");
    }

    /** Before whoever may refuse a request. In one process both sides share the first. */
    @Bean
    @ConditionalOnMissingBean(name = "requestTrail")
    FilterRegistrationBean<RequestTrail> requestTrail(ObjectProvider<MeterRegistry> meters) {
        FilterRegistrationBean<RequestTrail> trail =
                new FilterRegistrationBean<>(new RequestTrail(Optional.ofNullable(meters.getIfAvailable())));
        trail.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return trail;
    }

    /** In one process both sides share the first. */
    @Bean
    @ConditionalOnMissingBean(name = "drain")
    Drain drain(@Value("${trm.drain:PT0S}") Duration drain) {
        return new Drain(drain);
    }

    @Bean
    GroupedOpenApi queryOpenApi() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(AccessScope.class)
                .replaceWithClass(Cursor.class, String.class)
                .replaceWithClass(org.trm.query.history.AsOf.class, String.class);
        return GroupedOpenApi.builder()
                .group("query")
                .displayName("What is known")
                .packagesToScan("org.trm.query")
                .addOpenApiCustomizer(titled(new Info()
                        .title("Transnational Referral Mechanism: what is known")
                        .description("Everyone is shown what her role and her country may see, and no more.")))
                .build();
    }

    /** For the description that is of no group, which in one process the command side titles. */
    @Bean
    @ConditionalOnMissingBean(name = "wholeApi")
    OpenApiCustomizer wholeApi() {
        return titled(new Info().title("Transnational Referral Mechanism"));
    }

    private static OpenApiCustomizer titled(Info info) {
        return api -> api.info(info.version("1"))
                .schemaRequirement(TOKEN, new SecurityScheme().type(Type.HTTP).scheme("bearer"))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** What a question is answered with that is not answered, in whichever description it stands. */
    @Bean
    GlobalOpenApiCustomizer unanswered() {
        return api -> {
            if (api.getComponents() == null) {
                api.components(new Components());
            }
            ModelConverters.getInstance(true).readAll(Problems.Shown.class).forEach(api.getComponents()::addSchemas);
        };
    }
}
