package org.trm.command.casefile.referral;

import java.time.Instant;
import java.util.Optional;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.Rule;
import org.trm.command.casefile.WorkingCalendar;
import org.trm.events.types.Deadline;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TimeSpan;

/**
 * When the receiving country reports after a handover: default cadence of 72 hours, then 1, 3, 6 and 12 months, each
 * counted from the handover. A report that does not come is announced again and again; it never lapses.
 */
final class Monitoring {
    private Monitoring() {}

    static Deadline deadline(MonitoringMilestone milestone, Instant handover, Referral referral, Context context) {
        Directory.InForce procedure = context.directory().procedure(referral.to());
        Instant due = new WorkingCalendar(procedure.values()).after(span(milestone), handover);
        return new Deadline(TimeLimit.MONITORING, handover, due, null, procedure.version());
    }

    /** The deadline of the report after this one; after the last one the referral is still to be completed. */
    static Deadline next(Referral referral, Context context) {
        return referral.openMilestones().stream()
                .skip(1)
                .findFirst()
                .map(m -> deadline(m, referral.deadline().startsAt(), referral, context))
                .orElseGet(() -> context.start(TimeLimit.MONITORING, referral.to()));
    }

    static void requireNext(Checks checks, Referral referral, MonitoringMilestone milestone) {
        Optional<MonitoringMilestone> next = referral.openMilestones().stream().findFirst();
        checks.require(referral.handedOver(), Rule.MUST_BE_HANDED_OVER, "state", referral.state())
                .require(
                        next.filter(milestone::equals).isPresent(),
                        Rule.MILESTONE_NOT_NEXT,
                        "pointer",
                        "/milestone",
                        "next",
                        next.orElse(null));
    }

    private static TimeSpan span(MonitoringMilestone milestone) {
        return switch (milestone) {
            case AFTER_72_HOURS -> TimeSpan.hours(72);
            case AFTER_1_MONTH -> TimeSpan.months(1);
            case AFTER_3_MONTHS -> TimeSpan.months(3);
            case AFTER_6_MONTHS -> TimeSpan.months(6);
            case AFTER_12_MONTHS -> TimeSpan.months(12);
        };
    }
}
