package org.trm.command.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses what strangers send: UTF-8 without exception (a JSON parser would guess UTF-16 too), every field once, nothing
 * after the end, and within the limits that {@link Fault#TOO_COMPLEX} names.
 */
final class StrictJson {
    private static final ObjectReader READER = reader(Prose.LONGEST, StrictBody.LARGEST);

    /** Of a body that brings a file: its content is one long text. */
    private static final ObjectReader FILE_READER = reader(FileContent.LONGEST, Integer.MAX_VALUE);

    /** What an absent body stands for. */
    static final JsonNode EMPTY = READER.createObjectNode();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private StrictJson() {}

    static JsonNode read(byte[] bytes) {
        return read(bytes, StrictBody.LARGEST);
    }

    /** @param largest as its {@link Body} says */
    static JsonNode read(byte[] bytes, int largest) {
        ObjectReader reader = largest > StrictBody.LARGEST ? FILE_READER : READER;
        try (JsonParser parser = reader.createParser(text(bytes))) {
            return read(parser);
        }
    }

    private static JsonNode read(JsonParser parser) {
        try {
            JsonNode json = READER.readTree(parser);
            if (json == null || json.isMissingNode()) {
                throw new Unanswerable(Fault.MALFORMED_JSON);
            }
            return json;
        } catch (StreamConstraintsException e) {
            throw new Unanswerable(located(Fault.TOO_COMPLEX, e, parser));
        } catch (JacksonException e) {
            throw new Unanswerable(located(Fault.MALFORMED_JSON, e, parser));
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
                throw new Unanswerable(Fault.MALFORMED_ENCODING);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new Unanswerable(Fault.MALFORMED_ENCODING);
        }
    }

    /** Says where, never what: the parser's own message quotes the body. */
    private static Problem located(Fault fault, JacksonException e, JsonParser parser) {
        String pointer = FieldErrors.pointer(parser.streamReadContext().pathAsPointer());
        Problem problem = Problem.of(fault, List.of(new FieldError(pointer, fault.name(), "is where reading ended")));
        return e.getLocation() == null
                ? problem
                : problem.with("line", Integer.toString(e.getLocation().getLineNr()))
                        .with("column", Integer.toString(e.getLocation().getColumnNr()));
    }

    private static ObjectReader reader(int longestText, int longestBody) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(32)
                .maxNumberLength(20)
                .maxStringLength(longestText)
                .maxNameLength(100)
                .maxTokenCount(5_000)
                .maxDocumentLength(longestBody)
                .build();
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .reader();
    }
}
