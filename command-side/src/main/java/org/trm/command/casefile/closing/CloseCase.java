package org.trm.command.casefile.closing;

import static org.trm.command.casefile.ActedBy.Party.HOLDER;
import static org.trm.events.types.ReferralState.DRAFT;
import static org.trm.events.types.ReferralState.MONITORING;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.Rule;
import org.trm.events.CaseEvent;
import org.trm.events.ClosingEvent.CaseClosed;
import org.trm.events.ReferralEvent.MonitoringWaived;
import org.trm.events.ReferralEvent.ReferralCompleted;
import org.trm.events.ReferralEvent.ReferralWithdrawn;
import org.trm.events.types.CaseId;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.MonitoringWaiver;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.WithdrawalReason;

/**
 * The holder closes the case. A draft is discarded with it, and monitoring reports still to come are waived; a referral
 * under way, a running reflection period, or the review of an emergency access must come to its end first. From then on it
 * is counted for how long what is known of her is kept.
 */
@ActedBy(
        value = HOLDER,
        roles = {NATIONAL_FOCAL_POINT, COMPETENT_AUTHORITY, NGO_CASE_MANAGER})
public record CloseCase(CaseId caseId, ClosureReason reason, LocalDate occurredOn) implements CaseCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Optional<Referral> underWay = state.referrals().stream()
                .filter(r -> !r.state().terminal() && !r.is(DRAFT, MONITORING))
                .findFirst();
        return Checks.on(state)
                .require(
                        underWay.isEmpty(),
                        Rule.REFERRAL_UNDER_WAY,
                        "state",
                        underWay.map(Referral::state).orElse(null))
                .require(!state.reflection().running(), Rule.REFLECTION_IS_RUNNING)
                .require(state.unreviewedAccesses().isEmpty(), Rule.REVIEW_OUTSTANDING)
                .happened(() -> closed(state, context));
    }

    private List<CaseEvent> closed(CaseState state, Context context) {
        List<CaseEvent> events = new ArrayList<>();
        for (Referral referral : state.referrals()) {
            if (referral.is(DRAFT)) {
                events.add(new ReferralWithdrawn(caseId, referral.id(), WithdrawalReason.CASE_CLOSED));
            } else if (referral.is(MONITORING)) {
                referral.openMilestones()
                        .forEach(m -> events.add(
                                new MonitoringWaived(caseId, referral.id(), m, MonitoringWaiver.CASE_CLOSED, null)));
                events.add(new ReferralCompleted(caseId, referral.id()));
            }
        }
        events.add(new CaseClosed(caseId, reason, occurredOn, context.start(TimeLimit.RETENTION, state.holder())));
        return events;
    }
}
