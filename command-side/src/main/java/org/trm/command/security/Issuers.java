package org.trm.command.security;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.trm.events.identity.Issuer;
import org.trm.events.identity.OwnIssuer;
import org.trm.events.identity.Tokens;

/**
 * Whose tokens are believed: {@code trm.issuers.<alias>.{uri,jwk-set-uri,countries,beyond-countries}}, and under the
 * alias {@code default} the one of Spring Boot's own {@code spring.security.oauth2.resourceserver.jwt.issuer-uri}.
 */
@Configuration(proxyBeanMethods = false)
class Issuers {
    private static final String STANDARD = "spring.security.oauth2.resourceserver.jwt.";

    /** In one process both sides share the first. */
    @Bean
    @ConditionalOnMissingBean
    Tokens tokens(Environment environment, ObjectProvider<OwnIssuer> own) {
        String audience = environment.getProperty("trm.audience", "trm-api");
        OwnIssuer here = own.getIfAvailable();
        return here != null ? new Tokens(audience, here) : new Tokens(audience, configured(environment));
    }

    private static Map<String, Issuer> configured(Environment environment) {
        Map<String, Issuer> issuers = new TreeMap<>(Binder.get(environment)
                .bind("trm.issuers", Bindable.mapOf(String.class, Issuer.class))
                .orElse(Map.of()));
        URI standard = environment.getProperty(STANDARD + "issuer-uri", URI.class);
        if (standard != null) {
            URI keys = environment.getProperty(STANDARD + "jwk-set-uri", URI.class);
            issuers.put("default", Issuer.ofAny(standard, keys));
        }
        return issuers;
    }
}
