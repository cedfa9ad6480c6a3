package org.trm.command.casefile.referral;

import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Referral;
import org.trm.events.types.Deadline;
import org.trm.events.types.TimeLimit;

/** The receiving country's time to decide: shorter for a child. */
final class DecisionTime {
    private DecisionTime() {}

    static Deadline from(CaseState state, Referral referral, Context context) {
        return context.start(state.minor() ? TimeLimit.CHILD_DECISION : TimeLimit.DECISION, referral.to());
    }
}
