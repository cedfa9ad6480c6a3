package org.trm.query.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.trm.events.CaseEvent;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.ErasureEvent.PersonErased;
import org.trm.events.PersonalEvent.PersonalDataRecorded;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Sealed;
import org.trm.query.access.Relations;
import org.trm.query.reading.CaseOfParties;

/**
 * A case as far as it speaks of the person.
 *
 * @param values the latest of each field and epoch, in the order in which they were recorded: whoever cannot open the
 *     latest of all may still have the one before, which is her own record
 * @param emergencies who may, or might, read in an emergency
 * @param erased when she was; null while she is not
 */
record PersonRow(
        CaseId caseId,
        long version,
        Instant at,
        Relations relations,
        List<Value> values,
        List<Emergency> emergencies,
        Instant erased)
        implements CaseOfParties {

    /**
     * @param act that recorded it
     * @param occurredOn as the actor said; null when she did not
     */
    record Value(Sealed sealed, UUID act, long version, Instant at, LocalDate occurredOn) {
        /** Whether it was sealed for the act that is said to have recorded it, and not put there from another event. */
        boolean standsInItsPlace() {
            return sealed.act() == null || sealed.act().equals(act);
        }

        private boolean isReplacedBy(Sealed next) {
            return sealed.field() == next.field() && sealed.epoch() == next.epoch();
        }
    }

    /** An emergency access: whose it is, by pseudonym, for which country, and when it ends; not included. */
    record Emergency(UUID officer, CountryCode country, Instant until) {}

    boolean isOpenInEmergency(UUID reader, CountryCode country, Instant now) {
        return emergencies.stream()
                .anyMatch(access -> access.officer().equals(reader)
                        && access.country().equals(country)
                        && now.isBefore(access.until()));
    }

    static PersonRow after(PersonRow row, Recorded<CaseEvent> event) {
        Relations relations = (row == null ? Relations.NONE : row.relations).after(event);
        List<Value> values = row == null ? List.of() : row.values;
        return new PersonRow(
                event.event().caseId(),
                event.version(),
                event.at(),
                relations,
                event.event() instanceof PersonalDataRecorded recorded ? with(values, recorded, event) : values,
                emergencies(row, event),
                event.event() instanceof PersonErased ? event.at() : row == null ? null : row.erased);
    }

    private static List<Emergency> emergencies(PersonRow row, Recorded<CaseEvent> event) {
        List<Emergency> before = row == null ? List.of() : row.emergencies;
        return event.event() instanceof EmergencyAccessOpened opened
                ? Stream.concat(
                                before.stream(),
                                Stream.of(new Emergency(
                                        event.actor().id(), event.actor().country(), opened.until())))
                        .toList()
                : before;
    }

    private static List<Value> with(List<Value> values, PersonalDataRecorded recorded, Recorded<CaseEvent> event) {
        List<Value> more = new ArrayList<>(values);
        more.removeIf(value -> value.isReplacedBy(recorded.value()));
        more.add(new Value(recorded.value(), event.act(), event.version(), event.at(), recorded.occurredOn()));
        return List.copyOf(more);
    }
}
