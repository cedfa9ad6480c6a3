package org.trm.command.judgement.history;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.trm.command.casefile.Checks;
import org.trm.events.CaseEvent;
import org.trm.events.types.Deadline;
import org.trm.events.types.ProcedureVersion;

/**
 * What an event would have said otherwise.
 *
 * @param event by name
 * @param field of the event
 */
record Counted(String event, String field, String recorded, String counted) {
    /** The limits are told apart. */
    private static final Set<Class<?>> TOLD_APART = Set.of(Deadline.class, ProcedureVersion.class);

    /** @param other of the same kind */
    static List<Counted> differences(CaseEvent was, CaseEvent other) {
        List<Counted> differences = new ArrayList<>();
        Arrays.stream(was.getClass().getRecordComponents())
                .filter(field -> !TOLD_APART.contains(field.getType()))
                .forEach(field -> {
                    Object recorded = value(field, was);
                    Object counted = value(field, other);
                    if (!Objects.equals(recorded, counted)) {
                        differences.add(new Counted(
                                was.getClass().getSimpleName(), field.getName(), text(recorded), text(counted)));
                    }
                });
        return differences;
    }

    private static Object value(RecordComponent field, CaseEvent event) {
        try {
            return field.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("An event that cannot be read: " + event.getClass(), e);
        }
    }

    private static String text(Object value) {
        return value == null ? null : Checks.fact(value);
    }
}
