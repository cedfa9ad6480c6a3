package org.trm.query.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.trm.events.CaseEvent;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.EmergencyEvent.EmergencyAccessReviewed;
import org.trm.events.ErasureEvent.DocumentWithdrawn;
import org.trm.events.ErasureEvent.PersonErased;
import org.trm.events.PersonalEvent;
import org.trm.events.PersonalEvent.DocumentAttached;
import org.trm.events.PersonalEvent.PersonalDataRecorded;
import org.trm.events.Recorded;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.types.CaseId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DocumentId;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.EmergencyFinding;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Sealed;
import org.trm.query.access.Relations;
import org.trm.query.reading.CaseOfParties;

/**
 * A case as far as it speaks of the person.
 *
 * @param values the latest of each field and epoch, in the order in which they were recorded: whoever cannot open the
 *     latest of all may still have the one before, which is her own record
 * @param documents that have not been taken back, in the order in which they were attached
 * @param emergencies who may, or might, read in an emergency
 * @param erased when she was; null while she is not
 */
record PersonRow(
        CaseId caseId,
        long version,
        Instant at,
        Relations relations,
        List<Value> values,
        List<Document> documents,
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

    /** @param content of the document as it lies beside the events */
    record Document(DocumentId id, ContentHash content, Value description) {
        PersonalField field() {
            return description.sealed().field();
        }

        /** By which it opens. */
        DataKeyId key() {
            return DataKeyId.of(description.sealed());
        }
    }

    /** An emergency access: whose it is, by pseudonym, for which country, and when it ends; not included. */
    record Emergency(EmergencyAccessId id, UUID officer, CountryCode country, Instant until) {
        /** One that was not justified ends with its review. */
        private Emergency after(EmergencyAccessReviewed review, Instant at) {
            boolean ends = review.accessId().equals(id)
                    && review.finding() == EmergencyFinding.NOT_JUSTIFIED
                    && at.isBefore(until);
            return ends ? new Emergency(id, officer, country, at) : this;
        }
    }

    boolean isOpenInEmergency(UUID reader, CountryCode country, Instant now) {
        return emergencies.stream()
                .anyMatch(access -> access.officer().equals(reader)
                        && access.country().equals(country)
                        && now.isBefore(access.until()));
    }

    static PersonRow after(PersonRow row, Recorded<CaseEvent> event) {
        Relations relations = (row == null ? Relations.NONE : row.relations).after(event);
        List<Value> values = row == null ? List.of() : row.values;
        List<Document> documents = row == null ? List.of() : row.documents;
        return new PersonRow(
                event.event().caseId(),
                event.version(),
                event.at(),
                relations,
                event.event() instanceof PersonalDataRecorded recorded ? with(values, recorded, event) : values,
                documents(documents, event),
                emergencies(row, event),
                event.event() instanceof PersonErased ? event.at() : row == null ? null : row.erased);
    }

    private static List<Emergency> emergencies(PersonRow row, Recorded<CaseEvent> event) {
        List<Emergency> before = row == null ? List.of() : row.emergencies;
        if (event.event() instanceof EmergencyAccessOpened opened) {
            Emergency access = new Emergency(
                    opened.accessId(), event.actor().id(), event.actor().country(), opened.until());
            return Stream.concat(before.stream(), Stream.of(access)).toList();
        }
        return event.event() instanceof EmergencyAccessReviewed review
                ? before.stream()
                        .map(access -> access.after(review, event.at()))
                        .toList()
                : before;
    }

    private static List<Value> with(List<Value> values, PersonalDataRecorded recorded, Recorded<CaseEvent> event) {
        List<Value> more = new ArrayList<>(values);
        more.removeIf(value -> value.isReplacedBy(recorded.value()));
        more.add(value(recorded, event, recorded.occurredOn()));
        return List.copyOf(more);
    }

    /** Each value that these events recorded, in their order: also those that a row does not keep, for others replaced them. */
    static List<Value> allValues(List<Recorded<CaseEvent>> events) {
        return events.stream()
                .flatMap(event -> event.event() instanceof PersonalDataRecorded recorded
                        ? Stream.of(value(recorded, event, recorded.occurredOn()))
                        : Stream.empty())
                .toList();
    }

    private static List<Document> documents(List<Document> before, Recorded<CaseEvent> event) {
        if (event.event() instanceof DocumentWithdrawn withdrawn) {
            return before.stream()
                    .filter(document -> !document.id().equals(withdrawn.documentId()))
                    .toList();
        }
        return event.event() instanceof DocumentAttached attached ? with(before, attached, event) : before;
    }

    private static List<Document> with(List<Document> documents, DocumentAttached attached, Recorded<CaseEvent> event) {
        List<Document> more = new ArrayList<>(documents);
        more.add(
                new Document(attached.documentId(), attached.content(), value(attached, event, attached.occurredOn())));
        return List.copyOf(more);
    }

    private static Value value(PersonalEvent said, Recorded<CaseEvent> event, LocalDate occurredOn) {
        return new Value(said.sealed(), event.act(), event.version(), event.at(), occurredOn);
    }
}
