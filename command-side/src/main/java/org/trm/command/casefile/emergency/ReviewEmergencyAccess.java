package org.trm.command.casefile.emergency;

import static org.trm.command.casefile.ActedBy.Party.INVOLVED;
import static org.trm.events.types.Role.DATA_PROTECTION_OFFICER;

import java.util.List;
import java.util.Optional;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.EmergencyAccess;
import org.trm.command.casefile.Rule;
import org.trm.events.EmergencyEvent.EmergencyAccessReviewed;
import org.trm.events.types.CaseId;
import org.trm.events.types.Deadline;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.EmergencyFinding;

/**
 * A data protection officer, of the country whose officer it was or of the one that holds the case, finds whether an access
 * was justified: somebody else than who opened it. One that was not ends with that.
 */
@ActedBy(
        value = INVOLVED,
        roles = {DATA_PROTECTION_OFFICER})
public record ReviewEmergencyAccess(CaseId caseId, EmergencyAccessId accessId, EmergencyFinding finding)
        implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Optional<EmergencyAccess> access = state.emergencyAccess(accessId)
                .filter(known -> known.isReviewedBy(context.actor().country(), state.holder()));
        return Checks.on(state)
                .require(access.isPresent(), Rule.UNKNOWN_ACCESS)
                .require(() -> !access.get().reviewed(), Rule.ACCESS_REVIEWED)
                .require(() -> !access.get().openedBy().equals(context.actor().id()), Rule.REVIEWED_BY_ANOTHER)
                .happenedOne(() -> new EmergencyAccessReviewed(caseId, accessId, finding, runsOn(state)));
    }

    /** The limit of the first access that still waits then; it may be the one that runs already, and have been escalated. */
    private Deadline runsOn(CaseState state) {
        List<EmergencyAccess> waiting = state.unreviewedAccesses();
        boolean firstIsReviewed = waiting.get(0).id().equals(accessId);
        return waiting.stream()
                .filter(access -> !access.id().equals(accessId))
                .findFirst()
                .map(next -> firstIsReviewed
                        ? next.review()
                        : state.emergencyReview().orElseThrow())
                .orElse(null);
    }
}
