package org.trm.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.events.wiring.Trail;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem as RFC 9457 writes it, with the stable code of the rule or fault behind it.
 *
 * @param type resolves, in the running service, to an explanation
 * @param detail says what would have been allowed
 * @param facts what the rule looked at, by name
 * @param since what happened since the version that was insisted on
 * @param instance a URN by which the operator finds this occurrence
 */
@JsonInclude(Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        Map<String, String> facts,
        List<FieldError> errors,
        List<Since.Happened> since,
        String instance) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectWriter WRITER = JsonMapper.shared().writerFor(Problem.class);

    /** Seconds after which asking again makes sense. */
    private static final String RETRY_AFTER = "1";

    public static Problem of(Fault fault) {
        return of(fault, List.of());
    }

    public static Problem of(Fault fault, List<FieldError> errors) {
        return of(fault.name(), fault.status(), fault.sentence(), Map.of(), errors);
    }

    /** A refusal; a fact that points to a field is told as an error of that field. */
    public static Problem of(Refused refused) {
        Rule rule = refused.rule();
        Map<String, String> facts = new LinkedHashMap<>(refused.facts());
        String pointer = facts.remove("pointer");
        List<FieldError> errors =
                pointer == null ? List.of() : List.of(new FieldError(pointer, rule.name(), rule.sentence()));
        return of(rule.name(), status(rule.kind()), rule.sentence(), facts, errors);
    }

    private static Problem of(
            String code, int status, String detail, Map<String, String> facts, List<FieldError> errors) {
        return new Problem("/problems/" + code, title(code), status, code, detail, facts, errors, List.of(), null);
    }

    static int status(Rule.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case INVALID -> 422;
            case PRECONDITION -> 412;
            case UNAVAILABLE -> 503;
        };
    }

    /** The code as words: {@code NOT_HOLDER} reads "Not holder". */
    static String title(String code) {
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public Problem with(String fact, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new Problem(type, title, status, code, detail, more, errors, since, instance);
    }

    Problem with(List<Since.Happened> happened) {
        return new Problem(type, title, status, code, detail, facts, errors, happened, instance);
    }

    /** What ends a request with this problem when it is thrown. */
    public RuntimeException ending() {
        return new Unanswerable(this);
    }

    private Problem at(String occurrence) {
        return new Problem(type, title, status, code, detail, facts, errors, since, occurrence);
    }

    /** Writes this as the whole answer, whatever the client accepts; does nothing once an answer has begun. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        request.setAttribute(Trail.REFUSAL, code);
        byte[] json = WRITER.writeValueAsBytes(at("urn:uuid:" + Correlation.of(request)));
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "private, no-store");
        if (status == 503 || code.equals(Fault.KEY_IN_USE.name())) {
            response.setHeader("Retry-After", RETRY_AFTER);
        }
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
        response.flushBuffer();
    }
}
