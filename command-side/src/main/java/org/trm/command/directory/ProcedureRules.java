package org.trm.command.directory;

import static org.trm.events.types.TimeLimit.ARRIVAL;
import static org.trm.events.types.TimeLimit.EMERGENCY_REVIEW;
import static org.trm.events.types.TimeLimit.HANDOVER;
import static org.trm.events.types.TimeLimit.INTERRUPTION;
import static org.trm.events.types.TimeLimit.MONITORING;
import static org.trm.events.types.TimeLimit.REASONABLE_GROUNDS;
import static org.trm.events.types.TimeLimit.REFLECTION;
import static org.trm.events.types.TimeLimit.RETENTION;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trm.command.casefile.Rule;
import org.trm.command.directory.DirectoryCommand.Ruling;
import org.trm.events.types.Allowance;
import org.trm.events.types.Procedure;
import org.trm.events.types.TimeLimit;

/** What no country's procedure may say, so that every clock has an end that somebody can reach. */
final class ProcedureRules {
    /** The shortest reflection period that any procedure may set, in days (CoE Convention art. 13(1)). */
    private static final int LEAST_REFLECTION_DAYS = 30;

    /** They only remind: while they run a person is waiting, or somebody must act, or the end is decided case by case. */
    private static final Set<TimeLimit> NEVER_LAPSING = EnumSet.of(
            REASONABLE_GROUNDS, REFLECTION, ARRIVAL, INTERRUPTION, HANDOVER, MONITORING, EMERGENCY_REVIEW, RETENTION);

    private ProcedureRules() {}

    static Optional<Ruling> refuse(Procedure procedure) {
        if (procedure.reflectionDays() < LEAST_REFLECTION_DAYS) {
            return Optional.of(Ruling.refused(Rule.REFLECTION_TOO_SHORT, "/reflectionDays"));
        } else if (procedure.weekend().size() == DayOfWeek.values().length) {
            return Optional.of(Ruling.refused(Rule.NO_WORKING_DAY, "/weekend"));
        } else if (!procedure.allowances().keySet().equals(Set.of(TimeLimit.values()))) {
            return Optional.of(Ruling.refused(Rule.PROCEDURE_INCOMPLETE, "/allowances"));
        }
        return procedure.allowances().entrySet().stream()
                .filter(limit -> (limit.getValue().lapses() == null) != NEVER_LAPSING.contains(limit.getKey()))
                .map(ProcedureRules::lapseAtFault)
                .findFirst();
    }

    private static Ruling lapseAtFault(Map.Entry<TimeLimit, Allowance> limit) {
        Rule rule = limit.getValue().lapses() == null ? Rule.LIMIT_MUST_LAPSE : Rule.LIMIT_NEVER_LAPSES;
        return Ruling.refused(rule, "/allowances/" + limit.getKey() + "/lapses");
    }
}
