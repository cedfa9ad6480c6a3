package org.trm.deploy.standalone.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The OpenAPI description of one side, as the running service gives it. */
final class Description {
    /**
     * Something that one may do or ask.
     *
     * @param path with the names of ids in braces
     * @param node what is said of it
     */
    record Operation(String id, String method, String path, JsonNode node) {
        /** The body that is shown for it; a missing node where none is. */
        JsonNode example() {
            return node.at("/requestBody/content/application~1json/example");
        }

        /** Whether the answer is a stream of events, which lasts. */
        boolean lasts() {
            return node.at("/responses/200/content").has("text/event-stream");
        }

        List<JsonNode> queryParameters() {
            return node.path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asString().equals("query"))
                    .toList();
        }
    }

    private final JsonNode document;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    /** @param side {@code command} or {@code query} */
    Description(Person reader, String side) {
        document = reader.reads("/v3/api-docs/" + side).body();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String id = method.getValue().path("operationId").asString();
                    operations.put(id, new Operation(id, method.getKey(), path.getKey(), method.getValue()));
                }));
    }

    JsonNode document() {
        return document;
    }

    Operation operation(String id) {
        if (!operations.containsKey(id)) {
            throw new IllegalArgumentException(id + " is not described, but " + operations.keySet());
        }
        return operations.get(id);
    }

    /** Everything under {@code /api} that is done by this method. */
    List<Operation> all(String method) {
        return operations.values().stream()
                .filter(o -> o.method().equals(method) && o.path().startsWith("/api/"))
                .toList();
    }
}
