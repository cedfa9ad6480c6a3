package org.trm.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Decision;
import org.trm.events.types.Actor;

/** Gives commands to their cases, with all that history will say of them. */
@Component
final class Acts {
    /** @param commandId the act's own id: derived from its key, so that the same key is the same act */
    record Origin(Actor actor, UUID commandId, Terms terms, HttpServletRequest request) {}

    private final RequestSeal seal;

    Acts(RequestSeal seal) {
        this.seal = seal;
    }

    Decision give(CaseCommand command, Origin origin) {
        HttpServletRequest request = origin.request();
        UUID correlation = Correlation.of(request, origin.commandId());
        String sealed = origin.terms().key() == null
                ? null
                : seal.of(
                        request.getMethod(), request.getRequestURI(), (byte[]) request.getAttribute(StrictBody.BYTES));
        return null;
    }
}
