package org.trm.command.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The acts that an OpenAPI document describes. */
public final class ApiDocument {
    /** Which examples name where they name anything. */
    static final String SOME_ID = "01935d7e-6b5a-7c3e-9f2a-4d8b1c6e0a57";

    private static final String SOME_COUNTRY = "BG";

    /**
     * One act.
     *
     * @param path with ids filled in
     * @param example a body that it takes
     * @param schema of the body
     */
    public record Described(String operation, String path, JsonNode example, JsonNode schema) {
        @Override
        public String toString() {
            return operation;
        }
    }

    private ApiDocument() {}

    /** The document of the service that listens here. */
    static JsonNode fetch(int port) throws IOException, InterruptedException {
        URI document = URI.create("http://127.0.0.1:" + port + "/v3/api-docs/command");
        HttpRequest request = HttpRequest.newBuilder(document).build();
        return JsonMapper.shared()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
    }

    public static List<Described> acts(JsonNode document) {
        List<Described> acts = new ArrayList<>();
        document.get("paths").properties().forEach(path -> {
            JsonNode post = path.getValue().get("post");
            JsonNode body = post == null ? null : post.at("/requestBody/content/application~1json");
            if (body != null && body.has("example")) {
                String filled = path.getKey().replace("{country}", SOME_COUNTRY).replaceAll("\\{\\w+}", SOME_ID);
                acts.add(new Described(
                        post.get("operationId").stringValue(), filled, body.get("example"), body.get("schema")));
            }
        });
        return acts;
    }
}
