package org.trm.command.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.trm.events.identity.Bearer;
import org.trm.events.types.Actor;
import org.trm.events.types.Role;

/** Someone whose token was believed, in the role that she acts in. */
final class Acting extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Bearer bearer;
    private final transient Actor actor;

    Acting(Bearer bearer, Role role) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + role)));
        this.bearer = bearer;
        this.actor = bearer.actor(role);
        setAuthenticated(true);
    }

    Bearer bearer() {
        return bearer;
    }

    Actor actor() {
        return actor;
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
