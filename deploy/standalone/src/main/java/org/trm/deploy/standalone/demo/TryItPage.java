package org.trm.deploy.standalone.demo;

import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.security.SecurityScheme.Type;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the try-it page offer the demo logins: beside a token that one has already, one may log in for one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("trm.demo-logins")
class TryItPage {
    private static final String LOGIN = "demo-login";

    @Bean
    GlobalOpenApiCustomizer demoLogin() {
        OAuthFlow code = new OAuthFlow()
                .authorizationUrl("/oauth2/authorize")
                .tokenUrl("/oauth2/token")
                .scopes(new Scopes());
        return api -> api.schemaRequirement(
                        LOGIN, new SecurityScheme().type(Type.OAUTH2).flows(new OAuthFlows().authorizationCode(code)))
                .addSecurityItem(new SecurityRequirement().addList(LOGIN));
    }
}
