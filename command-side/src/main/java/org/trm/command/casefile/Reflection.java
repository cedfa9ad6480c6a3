package org.trm.command.casefile;

import java.time.LocalDate;
import org.trm.events.types.Deadline;
import org.trm.events.types.ReflectionState;

/** The reflection period; {@code until} and {@code deadline} are null unless it is running. */
public record Reflection(ReflectionState state, LocalDate until, Deadline deadline) {
    static final Reflection NOT_GRANTED = over(ReflectionState.NOT_GRANTED);

    static Reflection over(ReflectionState state) {
        return new Reflection(state, null, null);
    }

    public boolean running() {
        return state == ReflectionState.RUNNING;
    }

    /** She has had her time to recover and reflect, or has asked herself to go on without. */
    public boolean over() {
        return state != ReflectionState.NOT_GRANTED && state != ReflectionState.RUNNING;
    }
}
