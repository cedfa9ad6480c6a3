package org.trm.command.web;

import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Directory;
import org.trm.events.types.Actor;

/** Refuses a {@link Past} day that lies ahead: it is sealed before any rule could look at it. */
@Component
final class PastDays {
    private final Directory directory;
    private final Clock clock;

    PastDays(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Those of a body, by their pointers. */
    static Map<String, LocalDate> of(Record body) {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        collect(body, "", days);
        return days;
    }

    private static void collect(Record body, String pointer, Map<String, LocalDate> days) {
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            Object part = PersonalFields.part(body, component);
            String place = pointer + "/" + component.getName();
            if (part instanceof Record inner) {
                collect(inner, place, days);
            } else if (component.isAnnotationPresent(Past.class) && part instanceof LocalDate day) {
                days.put(place, day);
            }
        }
    }

    /**
     * Whoever acts for no country that has a procedure can record nothing, which the act's own rule says.
     *
     * @throws Unanswerable naming each that lies ahead
     */
    void require(Map<String, LocalDate> days, Actor actor) {
        if (actor.country() == null || !directory.hasProcedure(actor.country())) {
            return;
        }
        LocalDate today = new Context(actor, clock.instant(), directory, null).today(actor.country());
        FieldErrors errors = new FieldErrors();
        days.forEach((pointer, day) -> {
            if (day.isAfter(today)) {
                errors.add(pointer, "INVALID", "must be a day that has come: it lies in the future");
            }
        });
        errors.throwIfAny();
    }
}
