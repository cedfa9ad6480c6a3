package org.trm.events.proof;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a map from strings to strings and whole numbers as RFC 8785 (JCS) does, so that equal maps always have equal bytes.
 */
public final class CanonicalJson {
    /** RFC 8785, 3.2.2.3: beyond it a number would be rounded. */
    static final long LARGEST = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * @param map its values are strings, or longs from 0 below 2^53
     * @throws Malformed when a value can have no canonical form
     */
    public static byte[] bytes(Map<String, ?> map) {
        StringBuilder json = new StringBuilder(512).append('{');
        // RFC 8785, 3.2.3: by UTF-16 code units, which is how Java compares strings.
        new TreeMap<>(map).forEach((name, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, name);
            write(json.append(':'), value);
        });
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #bytes} writes, and nothing else.
     *
     * @param what it is, to begin a sentence
     * @return strings and longs by their names
     * @throws Malformed unless these bytes are exactly what would be written
     */
    public static Map<String, Object> read(byte[] bytes, String what) {
        return CanonicalReader.read(bytes, what);
    }

    private static void write(StringBuilder json, Object value) {
        if (value instanceof Long number) {
            if (number < 0 || number > LARGEST) {
                throw new Malformed("A number must be from 0 to " + LARGEST + ", and " + number + " is not.");
            }
            json.append(number.longValue());
        } else {
            quote(json, (String) value);
        }
    }

    /** RFC 8785, 3.2.2.2: as ECMAScript quotes a string. */
    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < 0x20) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
