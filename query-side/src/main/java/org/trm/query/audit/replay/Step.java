package org.trm.query.audit.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trm.events.types.ActorKind;
import org.trm.events.types.Optional;
import org.trm.events.types.Role;
import org.trm.events.types.TimeLimit;
import org.trm.query.casestatus.CaseStatus;
import org.trm.query.history.Attested;
import org.trm.query.timeline.TimelineEntry;

/**
 * One event of a case's history, and what it changed.
 *
 * @param version the number of events of the case up to and including this one
 * @param at when it was recorded
 * @param occurredOn when it happened, as the actor says; null where the act has no day of its own
 * @param event its stable name
 * @param sentence what happened, for people
 * @param authority null where the auditor may not know who acted
 * @param timeLimit the one that passed; null unless the mechanism's clock acted
 * @param rules the version of the mechanism's own rules by which it was decided
 * @param leaf which leaf of the sealed log it is, counted from 0; null while it is not sealed
 * @param state how the case stood after it for the auditor's country; null when it did not know of the case then, or may not
 *     see that any more
 * @param changes what is different from the state before it
 */
public record Step(
        long version,
        Instant at,
        @Optional LocalDate occurredOn,
        String event,
        String sentence,
        Who who,
        @Optional Authority authority,
        @Optional TimeLimit timeLimit,
        String rules,
        @Optional Long leaf,
        @Optional CaseStatus state,
        List<Changed> changes) {

    /**
     * Who acted.
     *
     * @param id by pseudonym; null where the auditor may not know, as are the others
     * @param country null for the clock, as are organisation and role
     */
    record Who(
            ActorKind kind,
            @Optional UUID id,
            @Optional String country,
            @Optional String organisation,
            @Optional Role role) {}

    /**
     * By which act, and by whose procedure.
     *
     * @param act which led to this event, and perhaps to others with it
     * @param correlationId the root of all that followed from one request
     * @param causationId what caused it directly
     * @param procedure the version of a country's procedure that was applied, such as {@code RO/3}; null when none was
     */
    record Authority(
            UUID act,
            String correlationId,
            String causationId,
            @Optional String procedure) {}

    static Step of(TimelineEntry told, Attested event, Long leaf, CaseStatus state, List<Changed> changes) {
        boolean named = told.actingCountry() != null || event.recorded().actor().country() == null;
        return new Step(
                told.version(),
                told.at(),
                told.occurredOn(),
                told.act(),
                told.sentence(),
                new Who(
                        told.actor(),
                        named ? event.recorded().actor().id() : null,
                        told.actingCountry(),
                        told.actingOrganisation(),
                        told.actingRole()),
                named
                        ? new Authority(
                                event.recorded().act(), event.correlationId(), event.causationId(), event.procedure())
                        : null,
                PassedLimit.of(event.recorded()),
                event.rules(),
                leaf,
                state,
                changes);
    }
}
