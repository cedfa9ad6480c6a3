package org.trm.events.privacy;

import java.time.Instant;
import org.trm.events.types.CaseId;

/** The key of the case was destroyed: what was sealed cannot be read any more, and nothing can be sealed anew. */
public final class Shredded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Instant since;

    public Shredded(CaseId caseId, Instant since) {
        super("the key of case " + caseId + " was destroyed");
        this.since = since;
    }

    public Instant since() {
        return since;
    }
}
