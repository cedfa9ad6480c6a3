package org.trm.query.web;

import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.security.SecurityScheme.Type;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
                .addOpenApiCustomizer(api -> api.info(new Info()
                                .title("Transnational Referral Mechanism: what is known")
                                .version("1")
                                .description("Everyone is shown what her role and her country may see, and no more."))
                        .schemaRequirement(
                                TOKEN, new SecurityScheme().type(Type.HTTP).scheme("bearer"))
                        .addSecurityItem(new SecurityRequirement().addList(TOKEN)))
                .build();
    }
}
