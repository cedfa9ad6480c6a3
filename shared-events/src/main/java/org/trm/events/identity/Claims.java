package org.trm.events.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.trm.events.types.Role;

/** Reads the claims of a verified token; what is at fault is named, what it says is not repeated. */
final class Claims {
    private final JWTClaimsSet set;

    Claims(JWTClaimsSet set) {
        this.set = set;
    }

    String subject() {
        String subject = set.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > 255) {
            throw new Denied(Denial.TOKEN_INCOMPLETE, "The claim \"sub\" must have 1 to 255 characters.");
        }
        return subject;
    }

    /** A token that a client fetched for itself names the client as its subject (RFC 9068, section 2.2). */
    boolean service() {
        return set.getSubject().equals(set.getClaim("client_id"));
    }

    /** Null when the claim is absent. */
    <C> C code(String name, Function<String, C> form) {
        Object value = set.getClaim(name);
        try {
            return value == null ? null : form.apply((String) value);
        } catch (ClassCastException | IllegalArgumentException e) {
            String expected = e instanceof ClassCastException ? "must be a text" : e.getMessage();
            throw new Denied(Denial.TOKEN_MALFORMED, "The claim \"" + name + "\" " + expected + ".");
        }
    }

    Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : roleNames()) {
            roles.add(role(role));
        }
        if (roles.isEmpty()) {
            throw new Denied(Denial.TOKEN_INCOMPLETE, "The claim \"roles\" must list at least one role.");
        }
        return Set.copyOf(roles);
    }

    private List<String> roleNames() {
        try {
            List<String> names = set.getStringListClaim("roles");
            return names == null ? List.of() : names;
        } catch (ParseException e) {
            throw new Denied(Denial.TOKEN_MALFORMED, "The claim \"roles\" must be an array of texts.");
        }
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new Denied(Denial.TOKEN_MALFORMED, "The claim \"roles\" names a role that does not exist.");
        }
    }
}
