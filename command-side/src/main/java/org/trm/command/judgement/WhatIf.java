package org.trm.command.judgement;

import java.util.List;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.web.ActAddress;
import org.trm.command.web.CaseActs;
import org.trm.command.web.CaseActs.Named;
import org.trm.command.web.Fault;
import org.trm.command.web.FieldError;
import org.trm.command.web.Problem;
import org.trm.events.types.CaseId;
import tools.jackson.databind.JsonNode;

/** An act of which it is asked what it would do, and the command that it would give. */
record WhatIf(String act, CaseCommand command) {
    static final String CONTENT = "/content";

    /** @param content null where the act needs none */
    static WhatIf of(CaseActs acts, CaseId caseId, ActAddress address, JsonNode content) {
        Named named = acts.at(address)
                .filter(n -> caseId.toString().equals(n.ids().get("caseId")))
                .orElseThrow(WhatIf::unknown);
        return new WhatIf(named.act().name(), named.act().command(named.ids(), content, CONTENT));
    }

    private static RuntimeException unknown() {
        FieldError error = new FieldError("/act", "UNKNOWN_ACT", "must be the address of an act on this case");
        return Problem.of(Fault.CONTENT_INVALID, List.of(error)).ending();
    }
}
