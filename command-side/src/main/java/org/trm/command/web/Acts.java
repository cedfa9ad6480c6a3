package org.trm.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.trm.command.CaseCommands;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Decision;
import org.trm.events.types.Actor;

/** Gives commands to their cases, with all that history and {@link RememberedActs} need to know of them. */
@Component
final class Acts {
    /** @param commandId the act's own id: derived from its key, so that the same key is the same act */
    record Origin(Actor actor, UUID commandId, Terms terms, HttpServletRequest request) {}

    private final CaseCommands commands;
    private final RequestSeal seal;

    Acts(CaseCommands commands, RequestSeal seal) {
        this.commands = commands;
        this.seal = seal;
    }

    Decision give(CaseCommand command, Origin origin) {
        UUID correlation = Correlation.of(origin.request(), origin.commandId());
        CaseCommands.Act act = new CaseCommands.Act(
                origin.actor(),
                origin.commandId(),
                correlation.toString(),
                origin.commandId().toString(),
                origin.terms().expectedVersion());
        return origin.terms().key() == null
                ? commands.send(command, act)
                : commands.send(command, act, Map.of(RememberedActs.REQUEST, sealed(origin.request())));
    }

    private String sealed(HttpServletRequest request) {
        return seal.of(request.getMethod(), request.getRequestURI(), (byte[]) request.getAttribute(StrictBody.BYTES));
    }
}
