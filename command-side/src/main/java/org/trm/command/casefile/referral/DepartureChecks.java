package org.trm.command.casefile.referral;

import java.util.List;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Guards;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.Rule;
import org.trm.events.types.Guard;

/** What must be true both when a departure is authorised and at the departure itself: computed each time, never cached. */
final class DepartureChecks {
    private DepartureChecks() {}

    static void require(Checks checks, CaseState state, Referral referral, Context context) {
        checks.require(
                        !state.identification().pending(),
                        Rule.IDENTIFICATION_PENDING,
                        "identification",
                        state.identification())
                .require(state.represented(), Rule.GUARDIAN_REQUIRED, "country", state.holder());
        List<Guard> unmet = Guards.of(state, referral, context).unmet();
        for (Guard guard : unmet) {
            checks.require(
                    false,
                    Guards.rule(guard),
                    "unmet",
                    unmet.stream().map(Guard::number).toList());
        }
    }
}
