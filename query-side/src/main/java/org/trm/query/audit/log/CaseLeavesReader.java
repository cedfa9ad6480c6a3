package org.trm.query.audit.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.CaseEvent;
import org.trm.events.ErasureEvent.SealedDataRedacted;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Audience;
import org.trm.query.access.Entitlements;
import org.trm.query.access.Part;
import org.trm.query.access.Relations;
import org.trm.query.access.Sight;
import org.trm.query.audit.sealing.Finding;
import org.trm.query.audit.sealing.LogName;
import org.trm.query.audit.sealing.LogTables;
import org.trm.query.audit.sealing.RecordSource;
import org.trm.query.audit.sealing.StoredLeaf;
import org.trm.query.audit.sealing.StoredRecord;
import org.trm.query.history.CaseHistory;
import org.trm.query.web.QueryProblem;

/** Finds the events of a case in the log: those that the reader is told of. */
@Component
public class CaseLeavesReader {
    private static final String LEAVES = """
            SELECT leaf_index, position, record_id, entry, leaf_hash
              FROM events.domain_event event JOIN log.leaf ON log = 'events' AND position = global_index
             WHERE aggregate_identifier = ?
             ORDER BY sequence_number""";

    private final CaseHistory history;
    private final Entitlements entitlements;
    private final RecordSource stored;
    private final JdbcClient jdbc;

    CaseLeavesReader(
            CaseHistory history, Entitlements entitlements, Collection<RecordSource> sources, JdbcClient jdbc) {
        this.history = history;
        this.entitlements = entitlements;
        this.stored = RecordSource.of(LogName.EVENTS, sources);
        this.jdbc = jdbc;
    }

    /** An event as far as it decides who is told of it. */
    private record Told(long version, Audience audience, ReferralId referralId, CountryCode actingCountry)
            implements Sight.Meant {
        private static Told of(Recorded<CaseEvent> event) {
            return new Told(
                    event.version(),
                    Audience.of(event.event()),
                    event.event() instanceof ReferralEvent of ? of.referralId() : null,
                    event.actor().country());
        }
    }

    /**
     * In the order of the case. What was recorded a moment ago may not be sealed yet, and stands in no leaf then.
     *
     * @throws QueryProblem when there is no such case for her
     */
    public List<CaseLeaf> of(AccessScope scope, CaseId caseId) {
        List<Recorded<CaseEvent>> events = history.of(caseId);
        Relations relations = Relations.NONE;
        for (Recorded<CaseEvent> event : events) {
            relations = relations.after(event);
        }
        Optional<Sight> sight = Sight.of(relations, entitlements.of(scope), Part.TIMELINE);
        Set<Long> told = events.stream()
                .map(Told::of)
                .filter(event -> sight.orElseThrow(QueryProblem::unknownCase).sees(event))
                .map(Told::version)
                .collect(Collectors.toSet());
        if (told.isEmpty()) {
            throw QueryProblem.unknownCase();
        }
        List<StoredLeaf> leaves = jdbc.sql(LEAVES)
                .param(caseId.toString())
                .query((row, index) -> LogTables.leaf(row))
                .list();
        boolean redacted = events.stream().anyMatch(event -> event.event() instanceof SealedDataRedacted);
        Map<Long, String> redactions = redacted ? redactions(leaves) : Map.of();
        return leaves.stream()
                .map(leaf -> CaseLeaf.of(leaf, redactions.get(leaf.index())))
                .filter(leaf -> told.contains(leaf.version()))
                .toList();
    }

    /** In words, by the leaves of the events of which something was taken out. */
    private Map<Long, String> redactions(List<StoredLeaf> leaves) {
        Map<Long, StoredRecord> records = stored
                .at(leaves.stream().map(StoredLeaf::position).toList())
                .stream()
                .collect(Collectors.toMap(StoredRecord::position, Function.identity()));
        return leaves.stream()
                .flatMap(leaf -> Finding.of(stored, leaf, records.get(leaf.position())).stream())
                .filter(finding -> !finding.contradicts())
                .collect(Collectors.toMap(Finding::leaf, Finding::sentence));
    }
}
