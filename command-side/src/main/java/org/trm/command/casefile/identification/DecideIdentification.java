package org.trm.command.casefile.identification;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;

import java.time.LocalDate;
import java.util.Set;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Rule;
import org.trm.events.IdentificationEvent.VictimConfirmed;
import org.trm.events.IdentificationEvent.VictimNotConfirmed;
import org.trm.events.types.CaseId;
import org.trm.events.types.ExploitationForm;
import org.trm.events.types.IdentificationState;
import org.trm.events.types.NotConfirmedGround;
import org.trm.events.types.TraffickingAct;
import org.trm.events.types.TraffickingMeans;

/**
 * The competent authority decides conclusively. A confirmation states act, means and purpose apart; means may be missing
 * for a child only (Palermo Protocol art. 3(c)).
 *
 * @param ground why she is not confirmed; only then
 */
@ActedBy(
        value = HOLDER,
        roles = {COMPETENT_AUTHORITY})
public record DecideIdentification(
        CaseId caseId,
        boolean confirmed,
        Set<TraffickingAct> acts,
        Set<TraffickingMeans> means,
        Set<ExploitationForm> purposes,
        NotConfirmedGround ground,
        LocalDate occurredOn)
        implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        return Checks.on(state)
                .require(
                        state.identification() == IdentificationState.PRESUMED,
                        Rule.MUST_BE_PRESUMED,
                        "identification",
                        state.identification())
                .require(!confirmed || !acts.isEmpty(), Rule.EMPTY_LIST, "pointer", "/acts")
                .require(!confirmed || !purposes.isEmpty(), Rule.EMPTY_LIST, "pointer", "/purposes")
                .require(!confirmed || state.minor() || !means.isEmpty(), Rule.MEANS_REQUIRED, "pointer", "/means")
                .require(confirmed || ground != null, Rule.GROUND_REQUIRED, "pointer", "/ground")
                .happenedOne(() -> confirmed
                        ? new VictimConfirmed(caseId, acts, means, purposes, occurredOn)
                        : new VictimNotConfirmed(caseId, ground, occurredOn));
    }
}
