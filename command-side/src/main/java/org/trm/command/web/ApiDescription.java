package org.trm.command.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.security.SecurityScheme.Type;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trm.events.types.Actor;

/** The OpenAPI description of the acts, as the group {@code command}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String TOKEN = "access-token";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Act.class, Actor.class)
                .addAnnotationsToIgnore(Body.class);
    }

    @Bean
    GroupedOpenApi commandApi() {
        return GroupedOpenApi.builder()
                .group("command")
                .displayName("Acts on cases")
                .packagesToScan("org.trm.command")
                .addOpenApiCustomizer(titled(new Info()
                        .title("Transnational Referral Mechanism: acts")
                        .description("Every step of the mechanism is a POST to an address named after the act.")))
                .build();
    }

    /** For the description that is of no group. */
    @Bean
    OpenApiCustomizer wholeApi() {
        return titled(new Info().title("Transnational Referral Mechanism"));
    }

    private static OpenApiCustomizer titled(Info info) {
        return api -> api.info(info.version("1"))
                .schemaRequirement(TOKEN, new SecurityScheme().type(Type.HTTP).scheme("bearer"))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** What acts answer, in whichever description they stand. */
    @Bean
    GlobalOpenApiCustomizer answers() {
        return api -> {
            Components components = api.getComponents() == null ? new Components() : api.getComponents();
            api.components(components);
            ModelConverters.getInstance(true).readAll(Receipt.class).forEach(components::addSchemas);
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        };
    }
}
