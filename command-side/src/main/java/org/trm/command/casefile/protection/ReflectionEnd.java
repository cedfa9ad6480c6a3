package org.trm.command.casefile.protection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Context;
import org.trm.events.types.Deadline;
import org.trm.events.types.TimeLimit;

/** When a reflection period ends, and when that is announced: as many days before as the procedure says. */
final class ReflectionEnd {
    private ReflectionEnd() {}

    static Deadline on(LocalDate until, CaseState state, Context context) {
        Instant end = context.endOf(until, state.holder());
        Deadline notice = context.start(TimeLimit.REFLECTION, state.holder());
        Instant announced = end.minus(Duration.between(notice.startsAt(), notice.escalatesAt()));
        return new Deadline(
                TimeLimit.REFLECTION,
                context.now(),
                announced.isAfter(context.now()) ? announced : end,
                end,
                notice.procedure());
    }
}
