package org.trm.query.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trm.events.CaseEvent;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.EmergencyEvent.EmergencyAccessReviewed;
import org.trm.events.ErasureEvent.DocumentWithdrawn;
import org.trm.events.ErasureEvent.PersonErased;
import org.trm.events.ErasureEvent.SealedDataRedacted;
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
 * @param said what its events say of her, in their order; one that was loaded to be taken further has none of what is
 *     written already
 */
record PersonRow(Memory memory, List<Said> said) implements CaseOfParties {

    /**
     * What it takes to go on with the next event.
     *
     * @param emergencies who may, or might, read in an emergency
     * @param erased when she was; null while she is not
     */
    record Memory(
            CaseId caseId,
            long version,
            Instant at,
            Relations relations,
            List<Emergency> emergencies,
            Instant erased) {}

    /** What one event says: a value, a document, or that a document was taken back. */
    record Said(long version, Value value, Document document, DocumentId withdrawn) {
        private static Optional<Said> by(Recorded<CaseEvent> event) {
            long version = event.version();
            if (event.event() instanceof PersonalDataRecorded recorded) {
                return Optional.of(new Said(version, value(recorded, event, recorded.occurredOn()), null, null));
            }
            if (event.event() instanceof DocumentAttached attached) {
                Value description = value(attached, event, attached.occurredOn());
                Document document = new Document(attached.documentId(), attached.content(), description);
                return Optional.of(new Said(version, null, document, null));
            }
            return event.event() instanceof DocumentWithdrawn withdrawn
                    ? Optional.of(new Said(version, null, null, withdrawn.documentId()))
                    : Optional.empty();
        }

        private Said redacted() {
            return new Said(
                    version,
                    value == null ? null : value.redacted(),
                    document == null
                            ? null
                            : new Document(document.id, document.content, document.description.redacted()),
                    withdrawn);
        }

        private static Value value(PersonalEvent said, Recorded<CaseEvent> event, LocalDate occurredOn) {
            return new Value(said.sealed(), event.act(), event.version(), event.at(), occurredOn);
        }
    }

    /**
     * @param act that recorded it
     * @param occurredOn as the actor said; null when she did not
     */
    record Value(Sealed sealed, UUID act, long version, Instant at, LocalDate occurredOn) {
        /** Whether it was sealed for the act that is said to have recorded it, and not put there from another event. */
        boolean standsInItsPlace() {
            return sealed.act() == null || sealed.act().equals(act);
        }

        private Value redacted() {
            return new Value(sealed.redacted(), act, version, at, occurredOn);
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
        return memory.emergencies().stream()
                .anyMatch(access -> access.officer().equals(reader)
                        && access.country().equals(country)
                        && now.isBefore(access.until()));
    }

    @Override
    public CaseId caseId() {
        return memory.caseId();
    }

    @Override
    public long version() {
        return memory.version();
    }

    @Override
    public Relations relations() {
        return memory.relations();
    }

    /** When she was; null while she is not. */
    Instant erased() {
        return memory.erased();
    }

    /**
     * The latest of each field and epoch, in the order in which they were recorded: whoever cannot open the latest of all
     * may still have the one before, which is her own record.
     */
    List<Value> values() {
        List<Value> latest = new ArrayList<>();
        for (Value value : allValues()) {
            latest.removeIf(before -> before.isReplacedBy(value.sealed()));
            latest.add(value);
        }
        return latest;
    }

    /** Also those that were replaced since, in the order in which they were recorded. */
    List<Value> allValues() {
        return said.stream().map(Said::value).filter(Objects::nonNull).toList();
    }

    /** Those that have not been taken back, in the order in which they were attached. */
    List<Document> documents() {
        Set<DocumentId> withdrawn =
                said.stream().map(Said::withdrawn).filter(Objects::nonNull).collect(Collectors.toSet());
        return said.stream()
                .map(Said::document)
                .filter(document -> document != null && !withdrawn.contains(document.id()))
                .toList();
    }

    static PersonRow after(PersonRow row, Recorded<CaseEvent> event) {
        Memory before = row == null ? null : row.memory;
        List<Said> said = row == null ? List.of() : row.said;
        return new PersonRow(after(before, event), after(said, event));
    }

    private static List<Said> after(List<Said> said, Recorded<CaseEvent> event) {
        if (event.event() instanceof SealedDataRedacted) {
            return said.stream().map(Said::redacted).toList();
        }
        return Said.by(event)
                .map(more -> Stream.concat(said.stream(), Stream.of(more)).toList())
                .orElse(said);
    }

    private static Memory after(Memory before, Recorded<CaseEvent> event) {
        return new Memory(
                event.event().caseId(),
                event.version(),
                event.at(),
                (before == null ? Relations.NONE : before.relations).after(event),
                emergencies(before == null ? List.of() : before.emergencies, event),
                event.event() instanceof PersonErased ? event.at() : before == null ? null : before.erased);
    }

    private static List<Emergency> emergencies(List<Emergency> before, Recorded<CaseEvent> event) {
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
}
