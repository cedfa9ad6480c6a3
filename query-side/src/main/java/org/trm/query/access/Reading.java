package org.trm.query.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.trm.events.identity.Bearer;
import org.trm.events.types.Role;

/** Someone whose token was believed, in the role that she reads in. */
final class Reading extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Bearer bearer;
    private final transient AccessScope scope;

    Reading(Bearer bearer, Role role) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + role)));
        this.bearer = bearer;
        this.scope = new AccessScope(role, bearer.country(), bearer.organisation(), bearer.network());
        setAuthenticated(true);
    }

    AccessScope scope() {
        return scope;
    }

    @Override
    public Object getPrincipal() {
        return bearer;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
