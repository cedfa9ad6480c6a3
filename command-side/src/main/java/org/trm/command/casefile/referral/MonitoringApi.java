package org.trm.command.casefile.referral;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.web.Act;
import org.trm.command.web.Body;
import org.trm.command.web.Gives;
import org.trm.command.web.Nothing;
import org.trm.command.web.Optional;
import org.trm.command.web.Receipt;
import org.trm.events.types.CaseId;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.MonitoringWaiver;
import org.trm.events.types.Need;
import org.trm.events.types.ReferralId;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.SafetyFinding;

/** How she fares after the handover, over HTTP. */
@RestController
@RequestMapping("/api/cases/{caseId}/referrals/{referralId}")
final class MonitoringApi {
    record Report(
            MonitoringMilestone milestone,
            boolean contactMade,
            SafetyFinding safety,
            Set<Need> servicesDelivered,
            RiskLevel retraffickingRisk,
            @Optional LocalDate occurredOn) {}

    record ReportWaiver(MonitoringMilestone milestone, MonitoringWaiver reason) {}

    @Gives(SubmitMonitoringReport.class)
    @PostMapping("/monitoring-reports")
    ResponseEntity<Receipt> submitMonitoringReport(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Report body, Act act) {
        return act.done(new SubmitMonitoringReport(
                caseId,
                referralId,
                body.milestone(),
                body.contactMade(),
                body.safety(),
                body.servicesDelivered(),
                body.retraffickingRisk(),
                body.occurredOn()));
    }

    @Gives(WaiveMonitoringReport.class)
    @PostMapping("/monitoring-waivers")
    ResponseEntity<Receipt> waiveMonitoringReport(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body ReportWaiver body, Act act) {
        return act.done(new WaiveMonitoringReport(caseId, referralId, body.milestone(), body.reason()));
    }

    @Gives(CompleteReferral.class)
    @PostMapping("/completion")
    ResponseEntity<Receipt> completeReferral(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Nothing body, Act act) {
        return act.done(new CompleteReferral(caseId, referralId));
    }
}
