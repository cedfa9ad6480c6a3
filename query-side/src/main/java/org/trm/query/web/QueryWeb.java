package org.trm.query.web;

import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the questions of the query side have in common, and their OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class QueryWeb implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
    }

    @Bean
    GroupedOpenApi queryOpenApi() {
        SpringDocUtils.getConfig()
                .replaceWithClass(Cursor.class, String.class)
                .replaceWithClass(org.trm.query.history.AsOf.class, String.class);
        return GroupedOpenApi.builder()
                .group("query")
                .displayName("What is known")
                .packagesToScan("org.trm.query")
                .build();
    }
}
