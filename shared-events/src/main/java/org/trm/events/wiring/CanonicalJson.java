package org.trm.events.wiring;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes a map from string to string as RFC 8785 (JCS) does, so that equal maps always have equal bytes. */
final class CanonicalJson {
    private CanonicalJson() {}

    static byte[] bytes(Map<String, ?> map) {
        StringBuilder json = new StringBuilder(512).append('{');
        // RFC 8785, 3.2.3: by UTF-16 code units, which is how Java compares strings.
        new TreeMap<>(map).forEach((name, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, name);
            quote(json.append(':'), (String) value);
        });
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
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
                default -> json.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        json.append('"');
    }
}
