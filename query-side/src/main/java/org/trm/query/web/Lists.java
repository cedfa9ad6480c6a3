package org.trm.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Answers a list as the client asks for it: a page of JSON, or the whole of it as CSV or as one JSON value a line.
 */
@Component
public class Lists {
    /** What a list's endpoint produces. */
    public static final String CSV = "text/csv";

    /** What a list's endpoint produces. */
    public static final String NDJSON = MediaType.APPLICATION_NDJSON_VALUE;

    /** The most lines of one page. */
    public static final int MOST = 200;

    /** The lines of a page when nobody says how many. */
    static final int USUAL = 50;

    private static final Set<String> PAGING = Set.of("limit", "cursor", "atLeastVersion");

    private final Export export;

    Lists(Export export) {
        this.export = export;
    }

    /**
     * @param limit the most lines of the page; null for {@value #USUAL}
     * @param cursor where the page begins; null for the beginning
     * @return null when the whole list has been written to the response
     */
    public <T> ResponseEntity<Page<T>> answer(
            HttpServletRequest request,
            HttpServletResponse response,
            Integer limit,
            Cursor cursor,
            Listing<T> listing) {
        return answer(request, response, limit, cursor, listing, ExportNote.NONE);
    }

    /** @param note is taken when the whole list is asked for */
    public <T> ResponseEntity<Page<T>> answer(
            HttpServletRequest request,
            HttpServletResponse response,
            Integer limit,
            Cursor cursor,
            Listing<T> listing,
            ExportNote note) {
        MediaType wanted = wanted(request);
        if (wanted.equals(MediaType.APPLICATION_JSON)) {
            return ResponseEntity.ok(page(request, limit, cursor, listing));
        }
        lines(limit);
        Cursor after = place(request, cursor);
        try {
            response.setContentType(wanted.toString());
            response.setCharacterEncoding("UTF-8");
            export.write(wanted, listing, after, response.getOutputStream(), note);
            return null;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One page, for a list whose lines are not flat, and which therefore has no other form. */
    public static <T> Page<T> page(HttpServletRequest request, Integer limit, Cursor cursor, Listing<T> listing) {
        int most = lines(limit);
        List<T> lines = listing.lines().after(place(request, cursor), most + 1);
        if (lines.size() <= most) {
            return new Page<>(lines, null);
        }
        List<T> items = List.copyOf(lines.subList(0, most));
        Cursor last = listing.place().apply(items.get(most - 1));
        return new Page<>(items, next(request, last.in(question(request))));
    }

    private static Cursor place(HttpServletRequest request, Cursor cursor) {
        return cursor == null ? null : cursor.outOf(question(request));
    }

    /** Which list is asked for, and which of its lines; not how many at once, and from where on. */
    private static String question(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(parameter -> !PAGING.contains(parameter.getKey()))
                .map(parameter -> parameter.getKey() + "=" + String.join(",", parameter.getValue()))
                .sorted()
                .collect(Collectors.joining("&", request.getRequestURI() + "?", ""));
    }

    private static String next(HttpServletRequest request, Cursor last) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("cursor", last.toString())
                .build(true)
                .toUriString();
    }

    private static int lines(Integer limit) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw QueryProblem.parameter("limit", "must be a whole number from 1 to " + MOST);
        }
        return limit == null ? USUAL : limit;
    }

    private static MediaType wanted(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        for (MediaType type : MediaType.parseMediaTypes(accept)) {
            if (type.includes(MediaType.APPLICATION_JSON)) {
                return MediaType.APPLICATION_JSON;
            }
            if (type.isCompatibleWith(MediaType.valueOf(CSV)) || type.isCompatibleWith(MediaType.APPLICATION_NDJSON)) {
                return type.isCompatibleWith(MediaType.APPLICATION_NDJSON)
                        ? MediaType.APPLICATION_NDJSON
                        : MediaType.valueOf(CSV);
            }
        }
        return MediaType.APPLICATION_JSON;
    }
}
