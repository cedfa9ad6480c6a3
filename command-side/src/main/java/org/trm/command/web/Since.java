package org.trm.command.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Cases;
import org.trm.command.casefile.KnownSince;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;

/** Tells whoever insisted on an earlier version what has happened to the case since, as far as she may know. */
@Component
final class Since {
    private static final int AT_MOST = 50;

    private final Cases cases;

    Since(Cases cases) {
        this.cases = cases;
    }

    /** One event, by its name. */
    record Happened(long version, String event) {}

    List<Happened> tell(CaseId caseId, long version, Actor actor) {
        return KnownSince.of(cases, caseId, version, actor, AT_MOST).stream()
                .map(event ->
                        new Happened(event.version(), event.event().getClass().getSimpleName()))
                .toList();
    }
}
