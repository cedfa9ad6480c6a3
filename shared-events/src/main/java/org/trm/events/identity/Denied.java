package org.trm.events.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/** Someone was not let in. Without a stack trace: whom and where says nothing that the reason does not. */
public final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Denial denial;

    public Denied(Denial denial) {
        this(denial, denial.sentence());
    }

    /** @param detail what to do about it; names claims and headers, never their values */
    public Denied(Denial denial, String detail) {
        super(detail, null, false, false);
        this.denial = denial;
    }

    public Denial denial() {
        return denial;
    }

    /** The members of the problem that answers it (RFC 9457). */
    public Map<String, Object> problem() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "/problems/" + denial.name());
        members.put("title", denial.title());
        members.put("status", denial.status());
        members.put("code", denial.name());
        members.put("detail", getMessage());
        return members;
    }
}
