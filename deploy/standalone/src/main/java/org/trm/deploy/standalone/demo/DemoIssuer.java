package org.trm.deploy.standalone.demo;

import static org.springframework.security.oauth2.core.AuthorizationGrantType.AUTHORIZATION_CODE;
import static org.springframework.security.oauth2.core.AuthorizationGrantType.CLIENT_CREDENTIALS;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_POST;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.NONE;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.trm.events.identity.Issuer;
import org.trm.events.identity.OwnIssuer;

/** Spring Authorization Server with the demo logins, each a client and a user, and one client for the try-it page. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("trm.demo-logins")
class DemoIssuer {
    /** Whatever address the service has today, so that an actor stays the same; reserved, it names no host (RFC 2606). */
    private static final URI NAME = URI.create("https://demo-logins.invalid");

    /** Any port: a loopback address is compared without it (RFC 8252, section 7.3). */
    private static final String TRY_IT_PAGE = "http://127.0.0.1/swagger-ui/oauth2-redirect.html";

    private static final TokenSettings FIVE_MINUTES =
            TokenSettings.builder().accessTokenTimeToLive(Duration.ofMinutes(5)).build();

    @Bean
    JWKSource<SecurityContext> keys(@Value("${trm.data}") Path folder) {
        return new ImmutableJWKSet<>(new JWKSet(IssuerKey.keptIn(folder)));
    }

    @Bean
    OwnIssuer issuer(JWKSource<SecurityContext> keys) {
        return new OwnIssuer("demo", Issuer.ofAny(NAME, null), keys);
    }

    @Bean
    AuthorizationServerSettings endpoints() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(@Value("${trm.audience:trm-api}") String audience) {
        return token -> {
            DemoLogin login = DemoLogin.named(token.getPrincipal().getName()).orElseThrow();
            token.getJwsHeader().algorithm(SignatureAlgorithm.ES256).type("at+jwt");
            token.getClaims()
                    .issuer(NAME.toString())
                    .audience(List.of(audience))
                    .claims(claims -> claims.putAll(login.claims()));
        };
    }

    @Bean
    RegisteredClientRepository clients() {
        List<RegisteredClient> clients = new ArrayList<>();
        DemoLogin.ALL.forEach(login -> clients.add(client(login)));
        clients.add(tryItPage());
        return new InMemoryRegisteredClientRepository(clients);
    }

    @Bean
    UserDetailsService users() {
        List<UserDetails> users = new ArrayList<>();
        DemoLogin.ALL.forEach(login -> users.add(
                User.withUsername(login.name()).password(secret(login)).build()));
        return new InMemoryUserDetailsManager(users);
    }

    private static RegisteredClient client(DemoLogin login) {
        return RegisteredClient.withId(login.name())
                .clientId(login.name())
                .clientSecret(secret(login))
                .clientAuthenticationMethod(CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(CLIENT_SECRET_POST)
                .authorizationGrantType(CLIENT_CREDENTIALS)
                .tokenSettings(FIVE_MINUTES)
                .build();
    }

    /** A page has no secret; proof of the code's origin (PKCE, RFC 7636) takes its place. */
    private static RegisteredClient tryItPage() {
        return RegisteredClient.withId("try-it")
                .clientId("try-it")
                .clientAuthenticationMethod(NONE)
                .authorizationGrantType(AUTHORIZATION_CODE)
                .redirectUri(TRY_IT_PAGE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(FIVE_MINUTES)
                .build();
    }

    /** Everyone knows it, so nothing would be gained by hashing it. */
    private static String secret(DemoLogin login) {
        return "{noop}" + login.name();
    }
}
