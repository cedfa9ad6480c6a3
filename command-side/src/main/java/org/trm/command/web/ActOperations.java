package org.trm.command.web;

import static java.util.Map.entry;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.trm.command.casefile.ActedBy;
import org.trm.events.types.Role;
import tools.jackson.databind.json.JsonMapper;

/** Describes each act by its command: what it is, who may do it, with which headers, and how it can end. */
@Component
final class ActOperations implements GlobalOperationCustomizer {
    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.ofEntries(
            entry("400", "The request is malformed"),
            entry("401", "No valid access token"),
            entry("403", "Your country, organisation or role may not do this"),
            entry("404", "Unknown, or not known to you"),
            entry("409", "The state of the case does not allow this; the code says why"),
            entry("412", "It has moved on since the version of If-Match"),
            entry("413", "The body is larger than 1 MiB, or than 6 MiB where it brings a document"),
            entry("415", "The body is not application/json"),
            entry("422", "The content is wrong; every field at fault is listed"),
            entry("429", "You or your country have done this too often: wait for the seconds of Retry-After"),
            entry("503", "Try again after the seconds of Retry-After")));

    /** How a question never ends: nothing has to be remembered, and no version is insisted on. */
    private static final Set<String> ONLY_ACTS = Set.of("409", "412");

    /** How an act ended that is remembered. */
    private static final Set<String> RECALLED = Set.of("200", "201", "409", "422");

    private final Clock clock;

    ActOperations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Gives gives = method.getMethodAnnotation(Gives.class);
        if (gives == null) {
            return describeQuestion(operation, method);
        }
        String command = gives.value().getSimpleName();
        operation.operationId(Character.toLowerCase(command.charAt(0)) + command.substring(1));
        operation.summary(words(command));
        operation.description(who(gives.value().getAnnotation(ActedBy.class)));
        operation.addParametersItem(
                header(
                        "Idempotency-Key",
                        "1 to 128 visible ASCII characters. The same key and request give the first answer again, for 30 days"));
        operation.addParametersItem(header(
                "If-Match",
                "The version that you saw, such as \"12\" (with its quotation marks): 412 if it has changed"));
        operation.addParametersItem(header(
                "Prefer",
                "trm-sealed, wait=10: answer when the act is in the sealed log, with its receipts, after so many seconds at "
                        + "most; an answer without them says that it was done, and is sealed a moment later"));
        Arrays.stream(method.getMethodParameters()).forEach(p -> describeBody(operation, p));
        operation.setResponses(responses(creates(method), gives.readable(), receipt(method)));
        return operation;
    }

    /** What has a body and gives no command only asks. */
    private Operation describeQuestion(Operation operation, HandlerMethod method) {
        Arrays.stream(method.getMethodParameters()).forEach(p -> describeBody(operation, p));
        if (operation.getRequestBody() != null) {
            PROBLEMS.keySet().stream()
                    .filter(status -> !ONLY_ACTS.contains(status))
                    .forEach(status -> operation.getResponses().addApiResponse(status, problem(status)));
        }
        return operation;
    }

    private static String words(String command) {
        String words = command.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String who(ActedBy by) {
        return "By " + words(by.value().name()).replace('_', ' ').toLowerCase(Locale.ROOT) + ", in one of the roles "
                + Arrays.stream(by.roles()).map(Role::name).collect(Collectors.joining(", ")) + ".";
    }

    private static HeaderParameter header(String name, String description) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).description(description).required(false).schema(BodySchemas.of(String.class));
        return header;
    }

    private void describeBody(Operation operation, MethodParameter parameter) {
        if (!parameter.hasParameterAnnotation(Body.class)) {
            return;
        }
        Class<?> record = parameter.getParameterType();
        MediaType json = new MediaType().schema(BodySchemas.of(record));
        String given = parameter.getParameterAnnotation(Body.class).example();
        json.setExample(
                given.isEmpty()
                        ? new OfToday(clock, record)
                        : JsonMapper.shared().readValue(given, Map.class));
        operation.setRequestBody(new RequestBody()
                .required(isNeeded(record))
                .content(new Content().addMediaType("application/json", json)));
    }

    /** An example that is of the day on which the description is read, although that is made once and kept. */
    record OfToday(Clock clock, Class<?> content) {
        @JsonValue
        Map<String, Object> body() {
            return new Examples(clock.instant()).of(content);
        }
    }

    private static boolean isNeeded(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).anyMatch(c -> !c.isAnnotationPresent(Optional.class));
    }

    private static String receipt(HandlerMethod method) {
        return method.getReturnType().nested().getNestedParameterType().getSimpleName();
    }

    /** A body in which the client may choose an id brings something into being, and so does what says so. */
    private static boolean creates(HandlerMethod method) {
        return method.getMethodAnnotation(Gives.class).creates()
                || Arrays.stream(method.getMethodParameters())
                        .filter(p -> p.getParameterType().isRecord())
                        .flatMap(p -> Arrays.stream(p.getParameterType().getRecordComponents()))
                        .anyMatch(c -> c.isAnnotationPresent(Optional.class)
                                && org.trm.events.types.Id.class.isAssignableFrom(c.getType()));
    }

    private static ApiResponses responses(boolean creates, boolean readable, String receipt) {
        ApiResponses responses = new ApiResponses();
        boolean located = creates && readable;
        ApiResponse done = new ApiResponse()
                .description(located ? "Done; Location names where what came into being is to be read" : "Done")
                .content(content("application/json", receipt))
                .addHeaderObject("ETag", answerHeader("The version that this led to"));
        if (located) {
            done.addHeaderObject("Location", answerHeader("Where it is to be read"));
        }
        responses.addApiResponse(creates ? "201" : "200", done);
        PROBLEMS.keySet().forEach(status -> responses.addApiResponse(status, problem(status)));
        responses.forEach((status, answer) -> {
            if (RECALLED.contains(status)) {
                answer.addHeaderObject(
                        Acts.REPLAYED, answerHeader("true when this is the first answer to the same key, told again"));
            }
        });
        return responses;
    }

    private static ApiResponse problem(String status) {
        return new ApiResponse().description(PROBLEMS.get(status)).content(content(Problem.MEDIA_TYPE, "Problem"));
    }

    private static Header answerHeader(String description) {
        return new Header().description(description).schema(BodySchemas.of(String.class));
    }

    private static Content content(String mediaType, String schema) {
        return new Content()
                .addMediaType(mediaType, new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema)));
    }
}
