package org.trm.query.copy;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** Writes a document of HTML. Whatever is said in it is escaped: there is no way to write anything else. */
final class Html {
    private final StringBuilder written = new StringBuilder();

    /**
     * @param language of what is said, as RFC 5646 names it
     * @param style rules of CSS, which are ours
     */
    Html(String language, String title, String style) {
        written.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n<head>\n");
        written.append("<meta charset=\"UTF-8\">\n").append("<meta name=\"robots\" content=\"noindex\">\n");
        element("title", title);
        written.append("<style>").append(style).append("</style>\n</head>\n<body>\n");
    }

    Html heading(int level, String text) {
        return element("h" + level, text);
    }

    Html paragraph(String text) {
        return element("p", text);
    }

    /** A text in which lines end where they were ended. */
    Html quoted(String text) {
        return element("blockquote", text);
    }

    Html list(List<String> items) {
        written.append("<ul>\n");
        items.forEach(item -> element("li", item));
        written.append("</ul>\n");
        return this;
    }

    Html table(List<String> columns, List<List<String>> rows) {
        written.append("<table>\n<thead>");
        row("th scope=\"col\"", columns);
        written.append("</thead>\n<tbody>\n");
        rows.forEach(row -> row("td", row));
        written.append("</tbody>\n</table>\n");
        return this;
    }

    private void row(String cell, List<String> texts) {
        String end = cell.split(" ")[0];
        written.append("<tr>");
        texts.forEach(text -> written.append('<')
                .append(cell)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(end)
                .append('>'));
        written.append("</tr>\n");
    }

    private Html element(String name, String text) {
        written.append('<').append(name).append('>').append(escaped(text));
        written.append("</").append(name).append(">\n");
        return this;
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    String text() {
        return written + "</body>\n</html>\n";
    }
}
