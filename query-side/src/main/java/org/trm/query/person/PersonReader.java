package org.trm.query.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Relation standing = seen.sight().standing();
        return of(scope, opener, seen, FieldSight.of(scope.role(), opener.purpose(), standing));
    }

    /**
     * All that her country can open of what is held about the person, for the person herself (GDPR art. 15): also what the
     * officer who makes the copy is not shown otherwise.
     */
    public Person forHerself(AccessScope scope, Bearer officer, CaseId caseId, When when) {
        Opener opener = new Opener(officer, ReadingPurpose.DATA_SUBJECT_REQUEST);
        return of(scope, opener, reading.read(scope, opener, caseId, when), FieldSight.ofHerself());
    }

    private Person of(AccessScope scope, Opener opener, Seen<PersonRow> seen, Set<PersonalField> shown) {
        CaseId caseId = seen.row().caseId();
        Relation standing = seen.sight().standing();
        Optional<Instant> erased = Optional.ofNullable(seen.row().erased()).or(() -> store.shredded(caseId));
        Map<PersonalField, Value> openable = new EnumMap<>(PersonalField.class);
        List<PersonRow.Document> documents = new ArrayList<>();
        boolean alwaysRecorded = opener.purpose() == ReadingPurpose.DATA_SUBJECT_REQUEST;
        Map<DataKeyId, KeyWrap> keyed = shown.isEmpty() || erased.isPresent() && !alwaysRecorded
                ? Map.of()
                : openings.recorded(scope, opener, seen, null, given -> {
                    if (erased.isPresent()) {
                        return List.of();
                    }
                    seen.row().values().stream()
                            .filter(value -> shown.contains(value.sealed().field()))
                            .filter(value -> given.containsKey(DataKeyId.of(value.sealed())))
                            .forEach(value -> openable.put(value.sealed().field(), value));
                    seen.row().documents().stream()
                            .filter(document -> shown.contains(document.field()))
                            .filter(document -> given.containsKey(document.key()))
                            .forEach(documents::add);
                    Set<PersonalField> opened = EnumSet.noneOf(PersonalField.class);
                    opened.addAll(openable.keySet());
                    documents.forEach(document -> opened.add(document.field()));
                    return List.copyOf(opened);
                });
        // A country to which the case came must not learn from a gap what the one before keeps to itself.
        boolean knowsAll = standing == Relation.HOLDER
                && seen.row().relations().custodies().size() == 1;
        boolean toldOfErasure = standing == Relation.HOLDER || standing == Relation.FORMER_HOLDER;
        List<Person.Field> fields = new ArrayList<>();
        for (PersonalField field : PersonalField.values()) {
            Value value = openable.get(field);
            boolean recorded =
                    seen.row().values().stream().anyMatch(one -> one.sealed().field() == field);
            if (value != null) {
                fields.add(Person.Field.of(field, opened(value, keyed), value));
            } else if (recorded || !knowsAll || !shown.contains(field)) {
                fields.add(Person.Field.of(
                        field, closed(shown.contains(field), erased.filter(since -> toldOfErasure)), null));
            }
        }
        List<Person.Document> described = erased.isPresent() && knowsAll
                ? seen.row().documents().stream()
                        .filter(document -> shown.contains(document.field()))
                        .map(document -> new Person.Document(
                                document.id(),
                                Person.Field.of(document.field(), new Personal.Erased<>(erased.get()), null)))
                        .toList()
                : documents.stream()
                        .map(document -> new Person.Document(
                                document.id(),
                                Person.Field.of(
                                        document.field(),
                                        opened(document.description(), keyed),
                                        document.description())))
                        .toList();
        return new Person(caseId, seen.version(), standing, opener.purpose(), fields, described);
    }

    private static Personal<JsonNode> closed(boolean shown, Optional<Instant> erased) {
        return erased.<Personal<JsonNode>>map(Personal.Erased::new)
                .orElseGet(() -> new Personal.Withheld<>(shown ? Withholding.NOT_SHARED : Withholding.ROLE));
    }

    private Personal<JsonNode> opened(Value value, Map<DataKeyId, KeyWrap> keyed) {
        try {
            if (!value.standsInItsPlace()) {
                throw new Tampered("it was sealed for another act");
            }
            byte[] plain = keyring.of(keyed.get(DataKeyId.of(value.sealed()))).open(value.sealed());
            return new Personal.Known<>(JSON.readTree(plain));
        } catch (Shredded e) {
            return new Personal.Erased<>(e.since());
        } catch (KeysUnreachable | Tampered e) {
            LOG.error("{} could not be opened: {}", value.sealed(), e.getMessage());
            return new Personal.Unavailable<>();
        }
    }
}
