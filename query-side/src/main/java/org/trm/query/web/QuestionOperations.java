package org.trm.query.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Describes each question: what its parameters mean, and how it can end. */
@Component
class QuestionOperations implements GlobalOperationCustomizer {
    static final String PROBLEM = "QueryProblem";

    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "A query parameter is unknown or malformed; it is named",
            "401", "No valid access token",
            "403", "Your role sees nothing of this",
            "404", "Unknown, or not known to you",
            "503", "Try again after the seconds of Retry-After"));

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (!KnownParameters.isOurs(method)) {
            return operation;
        }
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                describe(operation, parameter);
            }
        }
        PROBLEMS.forEach((status, why) -> {
            if (!status.equals("404") || hasAName(method)) {
                operation.getResponses().putIfAbsent(status, new ApiResponse().description(why));
            }
        });
        operation.getResponses().forEach((status, answer) -> {
            if (status.compareTo("400") >= 0) {
                answer.content(problem());
            }
        });
        if (method.hasMethodAnnotation(Tagged.class)) {
            tag(operation);
        }
        return operation;
    }

    private static void describe(Operation operation, MethodParameter parameter) {
        String name = parameter.getParameter().getName();
        operation.getParameters().stream()
                .filter(described -> described.getName().equals(name))
                .forEach(described -> QuestionParameters.describe(described, parameter.getParameterType()));
    }

    private static boolean hasAName(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class));
    }

    private static Content problem() {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new Content().addMediaType("application/problem+json", new MediaType().schema(problem));
    }

    private static void tag(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name("If-None-Match")
                .description("The ETag of the answer that you have")
                .required(false)
                .schema(text()));
        operation
                .getResponses()
                .get("200")
                .addHeaderObject(
                        "ETag",
                        new Header()
                                .description("The version that is told, and more")
                                .schema(text()));
        operation
                .getResponses()
                .addApiResponse("304", new ApiResponse().description("What you have is what would be told"));
    }

    private static Schema<?> text() {
        Schema<?> text = new JsonSchema();
        text.setTypes(Set.of("string"));
        return text;
    }
}
