package org.trm.deploy.standalone.demo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * The logins under way. Kept for as long as a token lives and no longer, so that a demo can stay up for weeks: tokens
 * are verified by their signature, and nobody asks for them here.
 */
@Component
@ConditionalOnBooleanProperty("trm.demo-logins")
class Authorizations implements OAuth2AuthorizationService {
    private final Cache<String, OAuth2Authorization> underWay = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    @Override
    public void save(OAuth2Authorization authorization) {
        underWay.put(authorization.getId(), authorization);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        underWay.invalidate(authorization.getId());
    }

    @Override
    public OAuth2Authorization findById(String id) {
        return underWay.getIfPresent(id);
    }

    /** Every kind of token is looked for, whatever is asked: all of them are random. */
    @Override
    public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
        return underWay.asMap().values().stream()
                .filter(authorization -> authorization.getToken(token) != null)
                .findAny()
                .orElse(null);
    }
}
