package org.trm.command.casefile;

import java.util.Map;
import org.trm.command.casefile.referral.AcceptReferral;
import org.trm.events.types.CaseId;

/** Made only to break the walls around what all capabilities have in common: it knows one, and is an intent beside it. */
public record KnowsACapability(CaseId caseId, AcceptReferral one) implements CaseCommand {
    @Override
    public Decision decide(CaseState state, Context context) {
        return new Decision.Refused(Rule.UNKNOWN_CASE, Map.of(), 0);
    }
}
