package org.trm.events.wiring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/**
 * Stored metadata taken apart: the code that stands in it, and all bytes that it had before.
 *
 * @param code empty when it has none
 */
public record CodedMetadata(byte[] rest, Optional<String> code) {
    private static final String MEMBER = "\"" + EventCodes.NAME + "\":\"";
    private static final String FIRST = "{" + MEMBER;
    private static final String LATER = "," + MEMBER;

    /**
     * The member is found by its bytes, so that not one of the others escapes the code. Within a text the mark before its name
     * would be escaped.
     *
     * @param stored canonical JSON (RFC 8785) of a map from texts to texts
     */
    public static CodedMetadata of(byte[] stored) {
        // A character a byte, so that every byte comes out as it went in.
        String text = new String(stored, ISO_8859_1);
        boolean first = text.startsWith(FIRST);
        int from = first ? 1 : text.indexOf(LATER);
        int code = from + (first ? MEMBER : LATER).length();
        int end = from < 0 ? -1 : text.indexOf('"', code);
        if (end < 0) {
            return new CodedMetadata(stored, Optional.empty());
        }
        int to = first && text.startsWith(",", end + 1) ? end + 2 : end + 1;
        String rest = text.substring(0, from) + text.substring(to);
        return new CodedMetadata(rest.getBytes(ISO_8859_1), Optional.of(text.substring(code, end)));
    }
}
