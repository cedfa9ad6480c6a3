package org.trm.query.audit.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trm.events.identity.Bearer;
import org.trm.events.proof.LogEntry;
import org.trm.events.types.CaseId;
import org.trm.query.access.AccessScope;
import org.trm.query.audit.log.CaseLeaf;
import org.trm.query.audit.log.CaseLeavesReader;
import org.trm.query.audit.log.ServedLog;
import org.trm.query.audit.log.SignedTree;
import org.trm.query.audit.sealing.LogName;
import org.trm.query.audit.sealing.RecordSource;
import org.trm.query.audit.sealing.StoredRecord;
import org.trm.query.custody.CustodyReader;
import org.trm.query.reading.When;
import org.trm.query.timeline.Disclosure;
import org.trm.query.timeline.Timeline;
import org.trm.query.timeline.TimelineReader;
import org.trm.query.view.NotYetVisible;
import org.trm.query.view.VersionAwaiter;
import org.trm.query.web.QueryProblem;
import org.trm.query.web.Unanswered;

/** Puts a case file together. Which events there are, and what may be given of each, is what the timeline says. */
@Component
class CaseFileReader {
    /** Who waits for what is sealed looks again when this view has taken in more, and now and then anyhow. */
    private static final String TIMELINE = "timeline";

    private final TimelineReader timeline;
    private final CustodyReader custody;
    private final CaseLeavesReader leaves;
    private final ServedLog log;
    private final RecordSource events;
    private final VersionAwaiter awaiter;
    private final Clock clock;

    CaseFileReader(
            TimelineReader timeline,
            CustodyReader custody,
            CaseLeavesReader leaves,
            ServedLog log,
            List<RecordSource> sources,
            VersionAwaiter awaiter,
            Clock clock) {
        this.timeline = timeline;
        this.custody = custody;
        this.leaves = leaves;
        this.log = log;
        this.events = RecordSource.of(LogName.EVENTS, sources);
        this.awaiter = awaiter;
        this.clock = clock;
    }

    /** The leaves of all events, and a tree that has them all. */
    private record Sealed(Map<Long, CaseLeaf> leaves, SignedTree tree) {}

    /**
     * @param atLeast the version that it must have taken in; null when any will do
     * @throws QueryProblem when there is no such case for her, and when what was recorded last is not sealed soon
     */
    CaseFile of(AccessScope scope, Bearer who, CaseId caseId, Long atLeast) {
        Timeline told = timeline.of(scope, caseId, new When(null, atLeast));
        List<Disclosure> disclosures = told.disclosures();
        Sealed sealed = awaited(scope, caseId, told.version(), disclosures);
        Map<Long, StoredRecord> stored = stored(sealed);
        return new CaseFile(
                caseId,
                custody.of(scope, caseId, new When(null, told.version())).reference(),
                who.id(),
                scope,
                told.version(),
                clock.instant(),
                disclosures.stream()
                        .map(disclosure -> proven(disclosure, sealed, stored))
                        .toList(),
                sealed.tree().checkpoint(),
                log.verifierKeys(LogName.EVENTS));
    }

    private Sealed awaited(AccessScope scope, CaseId caseId, long version, List<Disclosure> told) {
        try {
            return awaiter.await(TIMELINE, caseId, version, () -> sealed(scope, caseId, told));
        } catch (NotYetVisible e) {
            throw QueryProblem.of(
                    Unanswered.NOT_READY,
                    "What was recorded last in this case is not sealed yet: ask again in a moment.");
        }
    }

    private Optional<Sealed> sealed(AccessScope scope, CaseId caseId, List<Disclosure> told) {
        Map<Long, CaseLeaf> found =
                leaves.of(scope, caseId).stream().collect(Collectors.toMap(CaseLeaf::version, Function.identity()));
        if (!told.stream().allMatch(one -> found.containsKey(one.entry().version()))) {
            return Optional.empty();
        }
        SignedTree tree = log.signed(LogName.EVENTS);
        boolean signed =
                told.stream().allMatch(one -> found.get(one.entry().version()).leaf() < tree.size());
        return signed ? Optional.of(new Sealed(found, tree)) : Optional.empty();
    }

    private Map<Long, StoredRecord> stored(Sealed sealed) {
        return events
                .at(sealed.leaves().values().stream()
                        .map(leaf -> LogEntry.parse(bytes(leaf)).gidx())
                        .toList())
                .stream()
                .collect(Collectors.toMap(record -> record.number() + 1, Function.identity()));
    }

    private static ProvenEvent proven(Disclosure told, Sealed sealed, Map<Long, StoredRecord> stored) {
        CaseLeaf leaf = sealed.leaves().get(told.entry().version());
        return new ProvenEvent(
                told, stored.get(leaf.version()), bytes(leaf), sealed.tree().receipt(leaf.leaf()), leaf.redacted());
    }

    private static byte[] bytes(CaseLeaf leaf) {
        return leaf.entry().getBytes(UTF_8);
    }
}
