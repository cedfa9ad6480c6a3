package org.trm.query.audit.sealing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the records of one log are stored. */
public interface RecordSource {
    LogName log();

    /** The one of a log. */
    static RecordSource of(LogName log, Collection<RecordSource> sources) {
        return sources.stream()
                .filter(source -> source.log() == log)
                .findFirst()
                .orElseThrow();
    }

    /** Those of these positions that there are, in the order of their positions. */
    List<StoredRecord> at(Collection<Long> positions);

    /**
     * Which of these the mechanism cannot have recorded, by their positions, and how that is known: "bears no code".
     *
     * @throws org.trm.events.privacy.KeysUnreachable when that cannot be told now
     */
    Map<Long, String> notOurs(Collection<StoredRecord> records);

    /** By what something was taken out of a record after it was sealed; empty when nothing says so of it as it is stored. */
    default Optional<Redaction> redaction(StoredRecord record) {
        return Optional.empty();
    }

    /** The positions of those that are neither sealed nor noted to be sealed: at most so many, the first ones. */
    List<Long> overlooked(int most);
}
