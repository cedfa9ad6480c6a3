package org.trm.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On what terms a client acts.
 *
 * @param expectedVersion the version of the case that {@code If-Match} insists on, or null
 * @param key the {@code Idempotency-Key}, or null
 * @param sealedWithin for how long the client waits to be told that what it did is sealed; null when it does not
 */
record Terms(Long expectedVersion, String key, Duration sealedWithin) {
    /** By which a client asks for that ({@code Prefer}, RFC 7240). */
    static final String SEALED = "trm-sealed";

    private static final long LONGEST_WAIT = 10;
    private static final Pattern PREFERENCE = Pattern.compile("\\s*([^=;,\\s]+)\\s*(?:=\\s*\"?([^\";,]*)\"?)?[^,]*");

    /** The entity tag of a case, or of a view of it, which begins with the case's version. */
    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,17})(-[A-Za-z0-9_.~-]{1,100})?\"");

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /** @throws Unanswerable when a header does not have its form */
    static Terms of(HttpServletRequest request) {
        return new Terms(
                version(only(request, "If-Match")), key(only(request, "Idempotency-Key")), sealedWithin(request));
    }

    private static Long version(String tag) {
        if (tag == null || tag.equals("*")) {
            return null;
        }
        Matcher matcher = TAG.matcher(tag);
        if (!matcher.matches()) {
            throw malformed("If-Match", "a strong entity tag as the case was given with, such as \"12\"");
        }
        return Long.valueOf(matcher.group(1));
    }

    private static String key(String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw malformed("Idempotency-Key", "1 to 128 visible ASCII characters");
        }
        return key;
    }

    /** What is preferred, and not understood, is left alone (RFC 7240, section 2). */
    private static Duration sealedWithin(HttpServletRequest request) {
        boolean sealed = false;
        long wait = LONGEST_WAIT;
        for (String header : Collections.list(request.getHeaders("Prefer"))) {
            for (String one : header.split(",")) {
                Matcher preference = PREFERENCE.matcher(one);
                if (preference.matches()) {
                    String value = preference.group(2) == null
                            ? ""
                            : preference.group(2).strip();
                    sealed |= preference.group(1).equalsIgnoreCase(SEALED);
                    if (preference.group(1).equalsIgnoreCase("wait") && value.matches("[0-9]{1,6}")) {
                        wait = Math.min(LONGEST_WAIT, Long.parseLong(value));
                    }
                }
            }
        }
        return sealed ? Duration.ofSeconds(wait) : null;
    }

    private static String only(HttpServletRequest request, String header) {
        List<String> values = Collections.list(request.getHeaders(header));
        if (values.size() > 1) {
            throw malformed(header, "given once");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static Unanswerable malformed(String header, String expected) {
        return new Unanswerable(
                Problem.of(Fault.MALFORMED_HEADER).with("header", header).with("expected", expected));
    }
}
