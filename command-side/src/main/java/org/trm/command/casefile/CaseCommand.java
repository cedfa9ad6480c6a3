package org.trm.command.casefile;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.trm.events.types.CaseId;

/** Something that somebody wants to do to one case, together with the rule by which it is judged. */
public interface CaseCommand {
    @TargetAggregateIdentifier
    CaseId caseId();

    /** When it happened, as the actor says; never in the future. Null where the actor need not say. */
    default LocalDate occurredOn() {
        return null;
    }

    /** What the day on which it happened is called where the actor says it. */
    default String dayField() {
        return "occurredOn";
    }

    /**
     * Judges this command by the state of the case. Pure: the same state and context give the same decision. Who may
     * act at all has been checked before, by {@link ActedBy}.
     *
     * @param state null while the case does not exist
     */
    Decision decide(CaseState state, Context context);
}
