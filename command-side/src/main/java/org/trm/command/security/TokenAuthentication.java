package org.trm.command.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.trm.events.identity.Bearer;
import org.trm.events.identity.Denied;
import org.trm.events.identity.Tokens;

/** Lets in whose token is believed, in the one role that she acts in. */
final class TokenAuthentication implements AuthenticationManagerResolver<HttpServletRequest> {
    private static final String ACTING_ROLE = "Acting-Role";

    private final Tokens tokens;

    TokenAuthentication(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        String asked = request.getHeader(ACTING_ROLE);
        return token -> authenticate(((BearerTokenAuthenticationToken) token).getToken(), asked);
    }

    private Acting authenticate(String token, String asked) {
        try {
            Bearer bearer = tokens.bearer(token);
            return new Acting(bearer, bearer.acting(asked));
        } catch (Denied e) {
            throw new NotAdmitted(e);
        }
    }
}
