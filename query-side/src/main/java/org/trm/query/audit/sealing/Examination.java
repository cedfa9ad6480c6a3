package org.trm.query.audit.sealing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at records as they are stored now, before anybody vouches for them. */
public final class Examination {
    private Examination() {}

    /**
     * What there is to say of leaves and the records that they stand for, by the index of the leaf. What was taken out of a
     * record as it should be is no more what its code was made of.
     */
    public static Map<Long, Finding> ofLeaves(RecordSource source, List<StoredLeaf> leaves) {
        Map<Long, StoredRecord> records = source
                .at(leaves.stream().map(StoredLeaf::position).toList())
                .stream()
                .collect(Collectors.toMap(StoredRecord::position, Function.identity()));
        Map<Long, String> notOurs = source.notOurs(records.values());
        Map<Long, Finding> found = new TreeMap<>();
        for (StoredLeaf leaf : leaves) {
            StoredRecord record = records.get(leaf.position());
            Finding.of(source, leaf, record)
                    .or(() -> Optional.ofNullable(notOurs.get(leaf.position()))
                            .map(why -> Finding.notOurs(source.log(), leaf.index(), record, why)))
                    .ifPresent(finding -> found.put(leaf.index(), finding));
        }
        return found;
    }

    /** Those of these records, none of which is sealed, that the mechanism has not recorded. */
    public static List<Finding> ofWaiting(RecordSource source, List<StoredRecord> records) {
        Map<Long, String> notOurs = source.notOurs(records);
        return records.stream()
                .filter(record -> notOurs.containsKey(record.position()))
                .sorted(Comparator.comparingLong(StoredRecord::position))
                .map(record -> Finding.notOurs(source.log(), null, record, notOurs.get(record.position())))
                .toList();
    }
}
