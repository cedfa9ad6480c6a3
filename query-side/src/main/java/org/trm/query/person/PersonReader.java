package org.trm.query.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.trm.events.identity.Bearer;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.Shredded;
import org.trm.events.privacy.Tampered;
import org.trm.events.types.CaseId;
import org.trm.events.types.Personal;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Relation;
import org.trm.events.types.Withholding;
import org.trm.query.access.AccessScope;
import org.trm.query.person.PersonRow.Value;
import org.trm.query.reading.Seen;
import org.trm.query.reading.When;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens what is sealed about a person, for whom it may be opened. */
@Component
public class PersonReader {
    private static final Logger LOG = LoggerFactory.getLogger(PersonReader.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PersonReading reading;
    private final Openings openings;
    private final Keyring keyring;
    private final KeyStore store;

    PersonReader(PersonReading reading, Openings openings, Keyring keyring, KeyStore store) {
        this.reading = reading;
        this.openings = openings;
        this.keyring = keyring;
        this.store = store;
    }

    /**
     * What is known of the person of one case, as far as she may see it. Whether there is anything that is not for her, she
     * is not told.
     */
    public Person of(AccessScope scope, Opener opener, CaseId caseId, When when) {
        Seen<PersonRow> seen = reading.read(scope, opener, caseId, when);
        Set<PersonalField> shown =
                FieldSight.of(scope.role(), opener.purpose(), seen.sight().standing());
        return person(
                opener,
                seen,
                shown,
                opening(scope, opener, seen, shown, seen.row().values()));
    }

    /** @param replaced what was recorded before of a field, field by field, each in the order in which it was recorded */
    public record ForHerself(Person person, List<Person.Replaced> replaced) {}

    /**
     * All that her country can open of what is held about the person, for the person herself (GDPR art. 15): also what the
     * officer who makes the copy is not shown otherwise, and what has been replaced since, which the history still holds.
     */
    public ForHerself forHerself(AccessScope scope, Bearer officer, CaseId caseId, When when) {
        Opener opener = new Opener(officer, ReadingPurpose.DATA_SUBJECT_REQUEST);
        Seen<PersonRow> seen = reading.read(scope, opener, caseId, when);
        Set<PersonalField> shown = FieldSight.ofHerself();
        Opening opening = opening(scope, opener, seen, shown, seen.row().allValues());
        return new ForHerself(person(opener, seen, shown, opening), replaced(opening));
    }

    private Opening opening(
            AccessScope scope, Opener opener, Seen<PersonRow> seen, Set<PersonalField> shown, List<Value> values) {
        PersonRow row = seen.row();
        Optional<Instant> erased = Optional.ofNullable(row.erased()).or(() -> store.shredded(row.caseId()));
        Function<Map<DataKeyId, KeyWrap>, Opening> by =
                wraps -> Opening.of(values, row.documents(), shown, erased, wraps);
        boolean alwaysRecorded = opener.purpose() == ReadingPurpose.DATA_SUBJECT_REQUEST;
        return shown.isEmpty() || erased.isPresent() && !alwaysRecorded
                ? by.apply(Map.of())
                : by.apply(openings.recorded(
                        scope, opener, seen, null, wraps -> by.apply(wraps).fields()));
    }

    private Person person(Opener opener, Seen<PersonRow> seen, Set<PersonalField> shown, Opening opening) {
        Relation standing = seen.sight().standing();
        // A country to which the case came must not learn from a gap what the one before keeps to itself.
        boolean knowsAll = standing == Relation.HOLDER
                && seen.row().relations().custodies().size() == 1;
        boolean toldOfErasure = standing == Relation.HOLDER || standing == Relation.FORMER_HOLDER;
        List<Person.Field> fields = new ArrayList<>();
        for (PersonalField field : PersonalField.values()) {
            Value value = opening.latest(field);
            boolean recorded =
                    seen.row().values().stream().anyMatch(one -> one.sealed().field() == field);
            if (value != null) {
                fields.add(field(value, opening));
            } else if (recorded || !knowsAll || !shown.contains(field)) {
                Optional<Instant> erased = opening.erased().filter(since -> toldOfErasure);
                fields.add(Person.Field.of(field, closed(shown.contains(field), erased), null));
            }
        }
        return new Person(
                seen.row().caseId(),
                seen.version(),
                standing,
                opener.purpose(),
                fields,
                documents(seen.row(), shown, opening, knowsAll));
    }

    private List<Person.Document> documents(
            PersonRow row, Set<PersonalField> shown, Opening opening, boolean knowsAll) {
        if (opening.erased().isPresent() && knowsAll) {
            Personal<JsonNode> erased = new Personal.Erased<>(opening.erased().get());
            return row.documents().stream()
                    .filter(document -> shown.contains(document.field()))
                    .map(document ->
                            new Person.Document(document.id(), Person.Field.of(document.field(), erased, null)))
                    .toList();
        }
        return opening.documents().stream()
                .map(document -> new Person.Document(document.id(), field(document.description(), opening)))
                .toList();
    }

    private List<Person.Replaced> replaced(Opening opening) {
        List<Person.Replaced> replaced = new ArrayList<>();
        for (List<Value> of : opening.values().values()) {
            for (int next = 1; next < of.size(); next++) {
                replaced.add(new Person.Replaced(
                        field(of.get(next - 1), opening), of.get(next).version()));
            }
        }
        return replaced;
    }

    private Person.Field field(Value value, Opening opening) {
        return Person.Field.of(
                value.sealed().field(), opened(value, opening.wraps().get(DataKeyId.of(value.sealed()))), value);
    }

    private static Personal<JsonNode> closed(boolean shown, Optional<Instant> erased) {
        return erased.<Personal<JsonNode>>map(Personal.Erased::new)
                .orElseGet(() -> new Personal.Withheld<>(shown ? Withholding.NOT_SHARED : Withholding.ROLE));
    }

    private Personal<JsonNode> opened(Value value, KeyWrap wrap) {
        try {
            if (!value.standsInItsPlace()) {
                throw new Tampered("it was sealed for another act");
            }
            byte[] plain = keyring.of(wrap).open(value.sealed());
            return new Personal.Known<>(JSON.readTree(plain));
        } catch (Shredded e) {
            return new Personal.Erased<>(e.since());
        } catch (KeysUnreachable | Tampered e) {
            LOG.error("{} could not be opened: {}", value.sealed(), e.getMessage());
            return new Personal.Unavailable<>();
        }
    }
}
