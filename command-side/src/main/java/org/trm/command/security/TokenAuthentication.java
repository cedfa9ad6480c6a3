package org.trm.command.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.trm.events.identity.Bearer;
import org.trm.events.identity.Denied;
import org.trm.events.identity.Tokens;

/** Lets in whose token is believed, in the one role that she acts in. */
final class TokenAuthentication implements AuthenticationManagerResolver<HttpServletRequest> {
    private static final String ACTING_ROLE = "Acting-Role";

    private static final String SCHEME = "Bearer";

    private final Tokens tokens;

    TokenAuthentication(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * What an {@code Authorization} header of the right scheme says, however it looks: whether it is a token, {@link
     * Tokens} knows. Null when there is no such header; one that says nothing is no token either.
     */
    static String token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String token = header.substring(SCHEME.length()).strip();
        return token.isEmpty() ? header : token;
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
