package org.trm.events.proof;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what {@link CanonicalJson} writes, and nothing else. */
final class CanonicalReader {
    private final String json;
    private final String what;
    private int next;

    private CanonicalReader(String json, String what) {
        this.json = json;
        this.what = what;
    }

    /**
     * @param what it is, to begin a sentence
     * @throws Malformed unless these bytes are exactly what would be written
     */
    static Map<String, Object> read(byte[] bytes, String what) {
        Map<String, Object> map = new CanonicalReader(Text.of(bytes, what), what).object();
        if (!Arrays.equals(CanonicalJson.bytes(map), bytes)) {
            throw new Malformed(what + " is not in its canonical form (RFC 8785).");
        }
        return map;
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        expect('{');
        if (peek() != '}') {
            member(map);
            while (peek() == ',') {
                expect(',');
                member(map);
            }
        }
        expect('}');
        return map;
    }

    private void member(Map<String, Object> map) {
        String name = string();
        expect(':');
        map.put(name, peek() == '"' ? string() : number());
    }

    private Long number() {
        int first = next;
        while (peek() >= '0' && peek() <= '9') {
            next++;
        }
        return Text.decimal(json.substring(first, next), "A value that is not quoted");
    }

    private String string() {
        StringBuilder text = new StringBuilder();
        expect('"');
        while (peek() != '"') {
            char c = json.charAt(next++);
            text.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return text.toString();
    }

    private char escaped() {
        char c = peek();
        next++;
        return switch (c) {
            case '"', '\\' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> control();
            default -> throw new Malformed(what + " is no canonical JSON at character " + next + ".");
        };
    }

    private char control() {
        int end = next + 4;
        try {
            char c = (char) HexFormat.fromHexDigits(json, next, end);
            next = end;
            return c;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Malformed(what + " is no canonical JSON at character " + next + ".");
        }
    }

    private char peek() {
        if (next >= json.length()) {
            throw new Malformed(what + " ends within its JSON.");
        }
        return json.charAt(next);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new Malformed(what + " is no canonical JSON at character " + next + ": " + c + " is missing.");
        }
        next++;
    }
}
