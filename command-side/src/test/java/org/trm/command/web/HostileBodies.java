package org.trm.command.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies that every act must refuse with a 4xx and without an event, made from a body that it would take. What strangers
 * send in them is {@link #SECRET}, which no answer may repeat.
 */
public final class HostileBodies {
    /** Stands for something about a person. */
    public static final String SECRET = "Maria-Petrova-1990-05-17";

    private static final String JSON = "application/json";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final ObjectNode valid;
    private final JsonNode schema;
    private final List<HostileBody> bodies = new ArrayList<>();

    private HostileBodies(ObjectNode valid, JsonNode schema) {
        this.valid = valid;
        this.schema = schema;
    }

    /**
     * @param valid a body that the act would take; an empty object for an act without fields
     * @param schema by which the act's body is described
     */
    public static List<HostileBody> against(JsonNode valid, JsonNode schema) {
        HostileBodies all = new HostileBodies((ObjectNode) valid, schema);
        boolean bringsAFile = schema.path("properties").valueStream().anyMatch(field -> field.has("contentEncoding"));
        all.malformed();
        all.misshapen();
        all.misencoded();
        all.oversized(bringsAFile ? 6 : 1, bringsAFile ? 5_600_000 : 20_001);
        all.mislabelled();
        valid.propertyNames().forEach(all::wrongField);
        return all.bodies;
    }

    private void malformed() {
        text("cut off", "{\"" + SECRET + "\":", 400);
        text("not JSON", SECRET, 400);
        text("only blanks", "  \n ", 400);
        text("two objects", "{} {}", 400);
        text("something after the end", valid + SECRET, 400);
        text("a comment", "{/* " + SECRET + " */}", 400);
        text("single quotes", "{'" + SECRET + "':1}", 400);
        text("a bare name", "{" + SECRET.substring(0, 5) + ":1}", 400);
        text("a comma too many", "{\"a\":1,}", 400);
        text("not a number", "{\"a\":NaN}", 400);
        text("a raw NUL", "{\"a\":\"\0\"}", 400);
        text("an unknown escape", "{\"a\":\"\\x41\"}", 400);
        text("a field twice", "{\"a\":1,\"a\":2}", 400, "/a");
        text("a field of a field twice", "{\"a\":[{\"b\":1,\"b\":2}]}", 400, "/a/0/b");
        text(
                "a field twice whose name could be a value",
                "{\"a\":{\"" + SECRET + "\":1,\"" + SECRET + "\":2}}",
                400,
                "/a");
    }

    private void misshapen() {
        pointed("a list", "[" + valid + "]", "");
        pointed("a text", "\"" + SECRET + "\"", "");
        pointed("a number", "19900517", "");
        pointed("true", "true", "");
        pointed("null", "null", "");
        pointed("an unknown field", with("unexpected", SECRET), "/unexpected");
        pointed("a field whose name could be a value", with("Maria Petrova, Sofia", 1), "");
        pointed("who acts", with("actor", Map.of("role", "AUDITOR")), "/actor");
    }

    private void misencoded() {
        bytes("UTF-16, little end first", valid.toString().getBytes(UTF_16LE), 400);
        bytes("UTF-16, big end first", valid.toString().getBytes(UTF_16BE), 400);
        bytes("UTF-16 with its mark", ("\uFEFF" + valid).getBytes(UTF_16BE), 400);
        bytes("UTF-8 with a mark", ("\uFEFF" + valid).getBytes(UTF_8), 400);
        bytes("Latin-1", "{\"a\":\"\u00e9\u00fc\"}".getBytes(ISO_8859_1), 400);
        bytes("an overlong slash", new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'}, 400);
        bytes("half a character", new byte[] {'{', '"', (byte) 0xE2, (byte) 0x82, '"', ':', '1', '}'}, 400);
        bytes("a surrogate", new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'}, 400);
        bytes("compressed", compressed(), 400);
    }

    private void oversized(int mebibytes, int tooLong) {
        text("33 levels", "{\"a\":".repeat(33) + "1" + "}".repeat(33), 400, "/a".repeat(32));
        text("100,000 levels", "[".repeat(100_000), 400, "/0".repeat(32));
        text("a number of 400 digits", "{\"a\":" + "9".repeat(400) + "}", 400, "/a");
        String text = SECRET.repeat(tooLong / SECRET.length() + 1);
        text("a long text", "{\"a\":\"" + text + "\"}", 400, "/a");
        text("a long text deep down", "{\"a\":[1,{\"b\":\"" + text + "\"}]}", 400, "/a/1/b");
        text("a long name", "{\"" + "a".repeat(200) + "\":1}", 400, "");
        text("a long list", "{\"a\":[" + "1,".repeat(10_000) + "1]}", 400, "/a/");
        text("more than " + mebibytes + " MiB", "{\"a\":[" + "1,".repeat(mebibytes * 1024 * 1024 / 2) + "1]}", 413);
    }

    private void mislabelled() {
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=x",
                "application/merge-patch+json",
                "application/json; charset=UTF-16",
                "application/json; charset=ISO-8859-1",
                "*/*",
                "nonsense")) {
            bodies.add(new HostileBody("sent as " + type, type, valid.toString().getBytes(UTF_8), 415, null));
        }
        bodies.add(new HostileBody("sent as nothing", null, valid.toString().getBytes(UTF_8), 415, null));
    }

    private void wrongField(String field) {
        JsonNode right = valid.get(field);
        Map<String, Object> wrong = new LinkedHashMap<>();
        if (!isWords(field)) {
            wrong.put("an unknown code", right.isArray() ? List.of(SECRET) : SECRET);
        }
        wrong.put("a number", -1);
        wrong.put("a fraction", 1.5);
        wrong.put("an object", Map.of("value", SECRET));
        wrong.put("a nested list", List.of(List.of(SECRET)));
        wrong.put("a NUL", right.isArray() ? List.of("\0") : "\0");
        if (!right.isBoolean()) {
            wrong.put("a truth value", true);
        }
        wrong.forEach((what, value) -> pointed(what + " for " + field, with(field, value), "/" + field));
        if (schema.path("required")
                .valueStream()
                .anyMatch(name -> name.asString().equals(field))) {
            pointed("null for " + field, with(field, null), "/" + field);
            ObjectNode without = valid.deepCopy();
            without.remove(field);
            pointed("no " + field, without.toString(), "/" + field);
        }
    }

    /** Whether it takes any text, of a certain length. */
    private boolean isWords(String field) {
        JsonNode described = schema.path("properties").path(field);
        return described.has("maxLength") && !described.has("contentEncoding");
    }

    private String with(String field, Object value) {
        ObjectNode changed = valid.deepCopy();
        changed.set(field, MAPPER.valueToTree(value));
        return changed.toString();
    }

    private void text(String name, String body, int status) {
        text(name, body, status, null);
    }

    private void text(String name, String body, int status, String pointer) {
        bodies.add(new HostileBody(name, JSON, body.getBytes(UTF_8), status, pointer));
    }

    private void bytes(String name, byte[] body, int status) {
        bodies.add(new HostileBody(name, JSON, body, status, null));
    }

    private void pointed(String name, String body, String pointer) {
        text(name, body, 422, pointer);
    }

    private byte[] compressed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(valid.toString().getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
