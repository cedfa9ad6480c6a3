package org.trm.events.identity;

import java.util.Locale;

/** Why someone is not let in: the stable code (the constant's name), its HTTP status, and what to do about it. */
public enum Denial {
    UNAUTHENTICATED(401, "Send an access token: Authorization: Bearer …"),
    TOKEN_INVALID(401, "The access token is not one that is accepted here: fetch a new one from a configured issuer."),
    TOKEN_EXPIRED(401, "The access token has expired: fetch a new one."),
    TOKEN_INCOMPLETE(401, "The access token lacks a claim: its issuer must supply it."),
    TOKEN_MALFORMED(401, "A claim of the access token does not have the expected form: its issuer must mend it."),
    ISSUER_NOT_ENTITLED(
            401, "The issuer of the access token may not speak for the country, or give the role, that it names."),
    ROLE_AMBIGUOUS(403, "The access token carries several roles: name the one you act in by the header Acting-Role."),
    ROLE_NOT_HELD(403, "The header Acting-Role names a role that the access token does not carry."),
    ROLE_NOT_SUFFICIENT(403, "The role you act in may not do this."),
    ISSUER_UNREACHABLE(503, "The keys of the issuer cannot be fetched now: try again.");

    private final int status;
    private final String sentence;

    Denial(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }

    /** The code as words: {@code TOKEN_EXPIRED} reads "Token expired". */
    public String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What WWW-Authenticate must say (RFC 6750, section 3); the token itself is never quoted. */
    public String challenge() {
        String realm = "Bearer realm=\"trm\"";
        return switch (this) {
            case UNAUTHENTICATED, ISSUER_UNREACHABLE -> realm;
            case ROLE_AMBIGUOUS, ROLE_NOT_HELD, ROLE_NOT_SUFFICIENT -> realm + ", error=\"insufficient_scope\"";
            default -> realm + ", error=\"invalid_token\", error_description=\"" + title() + "\"";
        };
    }
}
