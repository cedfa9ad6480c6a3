package org.trm.query.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a document of HTML in English, to be read and printed: one file, which asks no other for anything, and well-formed XML
 * besides. Whatever is said in it is escaped: there is no way to write anything else.
 */
public final class Html {
    /** The typeface is that of what is laid out as pages; a browser that has none such takes its own. */
    private static final String STYLE = "body{font:10pt/1.45 'DejaVu Sans',sans-serif;max-width:46em;margin:2em auto;"
            + "padding:0 1em}table{border-collapse:collapse;width:100%;-fs-table-paginate:paginate}"
            + "th,td{border:1px solid #777;padding:.25em .5em;text-align:left;vertical-align:top}"
            + "blockquote{white-space:pre-wrap;margin:.5em 1em}h2{border-bottom:1px solid #777}"
            + "@media print{body{font-size:9pt;margin:0;max-width:none}"
            + "tr,li{page-break-inside:avoid;break-inside:avoid}}"
            + "@page{size:A4;margin:18mm 15mm;@bottom-center{content:counter(page) ' / ' counter(pages);"
            + "font:8pt 'DejaVu Sans'}}";

    /** Nothing but such a document's own rules of style. */
    public static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; frame-ancestors 'none'";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final StringBuilder written = new StringBuilder();

    public Html(String title) {
        written.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
        written.append("<meta charset=\"UTF-8\"/>\n").append("<meta name=\"robots\" content=\"noindex\"/>\n");
        element("title", title);
        written.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n");
    }

    public Html heading(int level, String text) {
        return element("h" + level, text);
    }

    public Html paragraph(String text) {
        return element("p", text);
    }

    /** A text in which lines end where they were ended. */
    public Html quoted(String text) {
        return element("blockquote", text);
    }

    public Html list(List<String> items) {
        written.append("<ul>\n");
        items.forEach(item -> element("li", item));
        written.append("</ul>\n");
        return this;
    }

    public Html table(List<String> columns, List<List<String>> rows) {
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

    /** A moment as it is read, to the minute. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    public String text() {
        return written + "</body>\n</html>\n";
    }
}
