package org.trm.command.web;

/**
 * What the edge itself refuses, before any rule of the mechanism is asked: the stable code (the constant's name), its
 * HTTP status, and a sentence that says what to do. Constants are never removed or renamed.
 */
public enum Fault {
    MALFORMED_REQUEST(
            400,
            "The request does not follow HTTP, or what stands before its body is longer than 8 KiB: "
                    + "check its first line, its path and its headers."),
    MALFORMED_HEADER(400, "A header does not have the form that is described for it."),
    MALFORMED_PARAMETER(
            400,
            "A parameter does not have the form that is described for it; "
                    + "an id is a UUID of 36 characters, and an act takes nothing in the query."),
    MALFORMED_ENCODING(400, "The body must be UTF-8 without a byte order mark."),
    MALFORMED_JSON(400, "The body must be one well-formed JSON object, each field once, and nothing after it."),
    TOO_COMPLEX(
            400,
            "The body exceeds a limit: 32 levels, 20 digits a number, 5,000 tokens, 20,000 characters a text "
                    + "(4 MiB in base64 where it brings a document)."),
    UNAUTHENTICATED(401, "Send a valid access token of the configured issuer in the Authorization header."),
    NOT_PERMITTED(403, "Your access token does not permit this."),
    NO_SUCH_RESOURCE(404, "There is nothing at this address: the paths that exist are listed in the API description."),
    METHOD_NOT_ALLOWED(405, "This address does not know this method: those it knows stand in the Allow header."),
    NOT_ACCEPTABLE(
            406,
            "Accept what the API description says that this address answers with, such as application/json, "
                    + "and application/problem+json."),
    REQUEST_TIMEOUT(408, "The request did not arrive in time: send it again."),
    KEY_IN_USE(409, "An act with this Idempotency-Key is under way: ask again with the same key and body."),
    BODY_TOO_LARGE(413, "The body is too large: 1 MiB is allowed, and 6 MiB where it brings a document."),
    PATH_TOO_LONG(414, "The address is too long."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be sent as application/json in UTF-8."),
    CONTENT_INVALID(422, "The content is wrong: every field at fault is listed."),
    KEY_REUSED(422, "This Idempotency-Key was used for another request: choose a new key for a new act."),
    TOO_MANY_REQUESTS(429, "Too many requests: wait, then ask again."),
    HEADERS_TOO_LARGE(431, "The headers are too large."),
    INTERNAL_ERROR(500, "The server failed; nothing was recorded. Report the instance of this problem."),
    NOT_IMPLEMENTED(501, "The server knows no such method or transfer encoding."),
    UNAVAILABLE(
            503, "The service is not available for the moment: send the same again, with the same Idempotency-Key."),
    KEYS_UNREACHABLE(
            503, "The keys cannot be reached, and nothing was recorded: send the same again, or tell your operator."),
    VERSION_NOT_SUPPORTED(505, "The server speaks HTTP/1.1.");

    private final int status;
    private final String sentence;

    Fault(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }

    /** The fault that stands for an HTTP status when nothing more is known. */
    public static Fault of(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> NOT_PERMITTED;
            case 404 -> NO_SUCH_RESOURCE;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> PATH_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 501 -> NOT_IMPLEMENTED;
            case 503 -> UNAVAILABLE;
            case 505 -> VERSION_NOT_SUPPORTED;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
