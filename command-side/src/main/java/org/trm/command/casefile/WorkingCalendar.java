package org.trm.command.casefile;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.trm.events.types.Allowance;
import org.trm.events.types.Deadline;
import org.trm.events.types.Procedure;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TimeSpan;

/** Counts a procedure's time spans in its country's zone; days of its weekend are not working days. */
public record WorkingCalendar(Procedure procedure) {

    public Deadline deadline(TimeLimit limit, Instant from, ProcedureVersion version) {
        Allowance allowance = procedure.allowances().get(limit);
        Instant lapses = allowance.lapses() == null ? null : after(allowance.lapses(), from);
        return new Deadline(limit, from, after(allowance.escalates(), from), lapses, version);
    }

    /** The instant at which a span that began at {@code from} is over. */
    public Instant after(TimeSpan span, Instant from) {
        ZonedDateTime start = from.atZone(procedure.zone().zone());
        return switch (span.unit()) {
            case HOURS -> start.plusHours(span.amount()).toInstant();
            case DAYS -> start.plusDays(span.amount()).toInstant();
            case MONTHS -> start.plusMonths(span.amount()).toInstant();
            case WORKING_DAYS -> afterWorkingDays(span.amount(), start).toInstant();
        };
    }

    private ZonedDateTime afterWorkingDays(int amount, ZonedDateTime start) {
        ZonedDateTime day = start;
        int counted = 0;
        while (counted < amount) {
            day = day.plusDays(1);
            if (!procedure.weekend().contains(day.getDayOfWeek())) {
                counted++;
            }
        }
        return day;
    }
}
