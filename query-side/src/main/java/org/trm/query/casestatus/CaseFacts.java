package org.trm.query.casestatus;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.trm.events.types.CaseReference;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.IdentificationState;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.ReflectionState;
import org.trm.events.types.Responsible;
import org.trm.query.referral.RunningLimit;

/**
 * What is true of the case itself; null is what a reader may not see of it.
 *
 * @param closure why it is closed; null while it is open
 * @param minor under 18, or presumed to be
 * @param limits that run for the case itself, less that of its reflection period
 */
record CaseFacts(
        CaseReference reference,
        Instant openedAt,
        Responsible responsible,
        IdentificationState identification,
        Reflection reflection,
        Safety safety,
        ClosureReason closure,
        Boolean minor,
        MinimalDataSet minimalDataSet,
        List<RunningLimit> limits,
        Keeping keeping) {

    /**
     * The recovery and reflection period.
     *
     * @param until its last day; null when none was granted
     */
    record Reflection(ReflectionState state, LocalDate until, RunningLimit limit) {
        static final Reflection NOT_GRANTED = new Reflection(ReflectionState.NOT_GRANTED, null, null);
    }

    /** For a country that has ended its part: the time limits run for another one now. */
    CaseFacts withoutLimits() {
        return new CaseFacts(
                reference,
                openedAt,
                responsible,
                identification,
                reflection == null ? null : new Reflection(reflection.state(), reflection.until(), null),
                safety,
                closure,
                minor,
                minimalDataSet,
                List.of(),
                keeping);
    }

    /** All that an addressed country learns: the minimal data set and who is responsible; beside it what it knew before. */
    CaseFacts forAddressed(CaseFacts before) {
        return new CaseFacts(
                reference,
                before.openedAt,
                responsible,
                before.identification,
                before.reflection,
                before.safety,
                before.closure,
                minor,
                minimalDataSet,
                List.of(),
                Keeping.NOBODY_RULED);
    }

    /** By what the case is called, and nothing else. */
    CaseFacts nameOnly() {
        return new CaseFacts(
                reference, null, null, null, null, null, null, null, null, List.of(), Keeping.NOBODY_RULED);
    }

    CaseFacts withoutMinimalData() {
        return new CaseFacts(
                reference,
                openedAt,
                responsible,
                identification,
                reflection,
                safety,
                closure,
                null,
                null,
                limits,
                keeping);
    }

    CaseFacts with(Keeping known) {
        return new CaseFacts(
                reference,
                openedAt,
                responsible,
                identification,
                reflection,
                safety,
                closure,
                minor,
                minimalDataSet,
                limits,
                known);
    }
}
