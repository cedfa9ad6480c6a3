package org.trm.query.person;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.types.PersonalField;
import org.trm.query.person.PersonRow.Document;
import org.trm.query.person.PersonRow.Value;

/**
 * What somebody can open of a case.
 *
 * @param values of each field of which there is any, in the order in which they were recorded
 * @param erased since when there is nothing to be opened
 * @param wraps by which it opens
 */
record Opening(
        Map<PersonalField, List<Value>> values,
        List<Document> documents,
        Optional<Instant> erased,
        Map<DataKeyId, KeyWrap> wraps) {

    /** What is shown to her and has a key among these, and has not been erased. */
    static Opening of(
            List<Value> values,
            List<Document> documents,
            Set<PersonalField> shown,
            Optional<Instant> erased,
            Map<DataKeyId, KeyWrap> wraps) {
        Predicate<Value> opens = value -> erased.isEmpty()
                && shown.contains(value.sealed().field())
                && wraps.containsKey(DataKeyId.of(value.sealed()));
        return new Opening(
                values.stream()
                        .filter(opens)
                        .collect(Collectors.groupingBy(
                                value -> value.sealed().field(),
                                () -> new EnumMap<>(PersonalField.class),
                                Collectors.toList())),
                documents.stream()
                        .filter(document -> opens.test(document.description()))
                        .toList(),
                erased,
                wraps);
    }

    /** The last that was recorded of a field; null when there is none. */
    Value latest(PersonalField field) {
        List<Value> of = values.get(field);
        return of == null ? null : of.get(of.size() - 1);
    }

    /** Of which there is anything, each once. */
    List<PersonalField> fields() {
        return Stream.concat(values.keySet().stream(), documents.stream().map(Document::field))
                .distinct()
                .sorted()
                .toList();
    }
}
