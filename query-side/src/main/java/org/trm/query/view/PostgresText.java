package org.trm.query.view;

import java.util.Collection;
import org.trm.events.types.Code;

/** Values as the text from which PostgreSQL reads them, so that a line upserted and a line copied cannot differ. */
final class PostgresText {
    private PostgresText() {}

    /** The value as the text of one column; null stays null. */
    static String of(Object value) {
        if (value instanceof Collection<?> elements) {
            return array(elements);
        }
        if (value instanceof Enum<?> name) {
            return name.name();
        }
        if (value instanceof Code code) {
            return code.value();
        }
        return value == null ? null : value.toString();
    }

    /** Appends the value as one column of COPY's text format. */
    static void copy(StringBuilder line, Object value) {
        String text = of(value);
        if (text == null) {
            line.append("\\N");
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(c);
            }
        }
    }

    private static String array(Collection<?> elements) {
        StringBuilder array = new StringBuilder("{");
        for (Object element : elements) {
            array.append(array.length() == 1 ? "" : ",").append(quoted(of(element)));
        }
        return array.append('}').toString();
    }

    private static String quoted(String element) {
        return element == null ? "NULL" : '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
