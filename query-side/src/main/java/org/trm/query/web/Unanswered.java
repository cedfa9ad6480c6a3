package org.trm.query.web;

import java.net.URI;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;

/**
 * Why a question is not answered: the stable code (the constant's name), its HTTP status, and a sentence that says what to
 * do. What an act can be refused for as well has the same code there. Constants are never removed or renamed.
 */
public enum Unanswered {
    MALFORMED_PARAMETER(
            HttpStatus.BAD_REQUEST, "A query parameter does not have the form that is described for it: it is named."),
    MALFORMED_HEADER(
            HttpStatus.BAD_REQUEST,
            "A header that is read here holds what no header may: send visible ASCII characters."),
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request is not as it is described."),
    EMERGENCY_ACCESS_REQUIRED(
            HttpStatus.FORBIDDEN,
            "No emergency access of yours is open in this case: POST its ground to the case's emergency-access first, in a role "
                    + "that acts in emergencies; then read within three hours."),
    PURPOSE_OF_ANOTHER_ROLE(
            HttpStatus.FORBIDDEN,
            "For what the person asks about herself only a data protection officer reads: say what you read it for yourself."),
    UNKNOWN_CASE(
            HttpStatus.NOT_FOUND, "There is no such case for you: check its id, or ask the country that holds it."),
    NO_SUCH_RESOURCE(HttpStatus.NOT_FOUND, "There is nothing at this address."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "This address does not know this method: those it knows stand in the Allow header."),
    PERSON_ERASED(HttpStatus.GONE, "What was known of the person was erased: nobody can read it any more."),
    REBUILD_RUNNING(HttpStatus.CONFLICT, "The view is being rebuilt: wait until that is done, or cancel it."),
    NO_REBUILD_RUNNING(
            HttpStatus.CONFLICT,
            "The view is not being rebuilt, or this has been cancelled: there is nothing to pause, resume or cancel."),
    TOO_MANY_CONNECTIONS(
            HttpStatus.TOO_MANY_REQUESTS,
            "You are connected as often as one may be: end one of the connections first."),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "This is a defect of the service; it has been noted there."),
    NOT_READY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The service is starting, stopping or filling a view: ask again in a moment."),
    NOT_YET_VISIBLE(
            HttpStatus.SERVICE_UNAVAILABLE, "The view has not come as far as the version that you ask for: ask again."),
    READING_NOT_RECORDED(
            HttpStatus.SERVICE_UNAVAILABLE,
            "That you read it could not be recorded, so that nothing is shown: ask again, and tell the operator if it lasts."),
    DOCUMENT_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The document cannot be opened now: its key cannot be reached, or it is not what was attached. Ask again, or tell "
                    + "your operator."),
    KEYS_UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE, "The keys cannot be reached: ask again, or tell your operator."),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The service is not available for the moment: ask again.");

    private final HttpStatus status;
    private final String sentence;

    Unanswered(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    HttpStatus status() {
        return status;
    }

    String sentence() {
        return sentence;
    }

    /** What a problem of RFC 9457 calls its type: an address at which it is explained. */
    URI type() {
        return URI.create("/problems/" + name());
    }

    /** The code as words: {@code NOT_READY} reads "Not ready". */
    String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The seconds after which asking again makes sense; empty where that changes nothing. */
    OptionalInt retryAfter() {
        return switch (status) {
            case SERVICE_UNAVAILABLE -> OptionalInt.of(1);
            case TOO_MANY_REQUESTS -> OptionalInt.of(15);
            default -> OptionalInt.empty();
        };
    }

    /** What stands for an HTTP status when nothing more is known. */
    static Unanswered of(int status) {
        return switch (status) {
            case 404 -> NO_SUCH_RESOURCE;
            case 405 -> METHOD_NOT_ALLOWED;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
