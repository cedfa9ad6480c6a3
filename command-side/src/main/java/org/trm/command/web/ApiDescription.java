package org.trm.command.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI description of the acts, as the group {@code command}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Act.class);
    }

    @Bean
    GroupedOpenApi commandApi() {
        return GroupedOpenApi.builder()
                .group("command")
                .displayName("Acts on cases")
                .packagesToScan("org.trm.command")
                .addOpenApiCustomizer(described())
                .build();
    }

    private static OpenApiCustomizer described() {
        return api -> {
            api.info(new Info()
                    .title("Transnational Referral Mechanism: acts")
                    .version("1")
                    .description("Every step of the mechanism is a POST to an address named after the act."));
            Components components = api.getComponents() == null ? new Components() : api.getComponents();
            api.components(components);
            describe(components, Receipt.class);
            describe(components, Problem.class);
        };
    }

    private static void describe(Components components, Class<?> answer) {
        ModelConverters.getInstance(true)
                .readAllAsResolvedSchema(new AnnotatedType(answer))
                .referencedSchemas
                .forEach(components::addSchemas);
        components.addSchemas(
                answer.getSimpleName(),
                ModelConverters.getInstance(true).readAllAsResolvedSchema(new AnnotatedType(answer)).schema);
    }
}
