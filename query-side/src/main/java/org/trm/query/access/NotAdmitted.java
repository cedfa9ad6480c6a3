package org.trm.query.access;

import org.springframework.security.core.AuthenticationException;
import org.trm.events.identity.Denied;

/** What the filters of Spring Security understand, around the reason that our answer gives. */
final class NotAdmitted extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final transient Denied denied;

    NotAdmitted(Denied denied) {
        super(denied.getMessage());
        this.denied = denied;
    }

    Denied denied() {
        return denied;
    }
}
