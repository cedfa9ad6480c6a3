package org.trm.command.casefile.referral;

import static org.trm.command.casefile.ActedBy.Party.RECEIVER;
import static org.trm.events.types.Role.IOM_OFFICER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;
import static org.trm.events.types.Role.SHELTER_PROVIDER;

import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.ReferralCommand;
import org.trm.command.casefile.Rule;
import org.trm.events.ReferralEvent.MonitoringWaived;
import org.trm.events.types.CaseId;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.MonitoringWaiver;
import org.trm.events.types.ReferralId;

/** A report will not be filed; the reason is recorded instead. */
@ActedBy(
        value = RECEIVER,
        roles = {NATIONAL_FOCAL_POINT, NGO_CASE_MANAGER, IOM_OFFICER, SHELTER_PROVIDER})
public record WaiveMonitoringReport(
        CaseId caseId, ReferralId referralId, MonitoringMilestone milestone, MonitoringWaiver reason)
        implements ReferralCommand {

    @Override
    public Decision decide(CaseState state, Context context) {
        Referral referral = state.referral(referralId).orElseThrow();
        Checks checks = Checks.on(state).require(referral.transfersCustody(), Rule.ONLY_FOR_TRANSFERS);
        Monitoring.requireNext(checks, referral, milestone);
        return checks.happenedOne(
                () -> new MonitoringWaived(caseId, referralId, milestone, reason, Monitoring.next(referral, context)));
    }
}
