package org.trm.query.audit.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.query.access.AccessScope;
import org.trm.query.audit.log.CaseLeaf;
import org.trm.query.audit.log.CaseLeavesReader;
import org.trm.query.audit.replay.Between.At;
import org.trm.query.casestatus.CaseStatus;
import org.trm.query.casestatus.StatusReader;
import org.trm.query.history.AsOf;
import org.trm.query.history.Attested;
import org.trm.query.history.CaseHistory;
import org.trm.query.reading.When;
import org.trm.query.timeline.Timeline;
import org.trm.query.timeline.TimelineEntry;
import org.trm.query.timeline.TimelineReader;
import org.trm.query.web.Cursor;
import org.trm.query.web.QueryProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Replays a case for an auditor: the events of which her timeline tells her, and its states as her views tell them. */
@Component
class ReplayReader {
    /** These a step says itself; they would differ at each. */
    private static final Set<String> OF_THE_STEP = Set.of("version", "updatedAt");

    private final TimelineReader timeline;
    private final StatusReader status;
    private final CaseLeavesReader leaves;
    private final CaseHistory history;
    private final JsonMapper json;

    ReplayReader(
            TimelineReader timeline,
            StatusReader status,
            CaseLeavesReader leaves,
            CaseHistory history,
            JsonMapper json) {
        this.timeline = timeline;
        this.status = status;
        this.leaves = leaves;
        this.history = history;
        this.json = json;
    }

    /**
     * At most {@code most} steps that follow this place; null for the first ones.
     *
     * @param when of now, and from which version on
     * @throws QueryProblem when there is no such case for her
     */
    List<Step> steps(AccessScope scope, CaseId caseId, When when, Cursor after, int most) {
        Timeline told = timeline.of(scope, caseId, when);
        List<TimelineEntry> entries = told.after(after, most);
        List<Optional<CaseStatus>> states = status.replay(
                scope,
                caseId,
                told.version(),
                entries.stream()
                        .flatMap(entry -> Stream.of(entry.version() - 1, entry.version()))
                        .<AsOf>map(AsOf.Version::new)
                        .toList());
        List<Attested> events = history.attested(caseId);
        Map<Long, CaseLeaf> sealed =
                leaves.of(scope, caseId).stream().collect(Collectors.toMap(CaseLeaf::version, Function.identity()));
        return Stream.iterate(0, i -> i < entries.size(), i -> i + 1)
                .map(i -> {
                    TimelineEntry entry = entries.get(i);
                    CaseStatus before = states.get(2 * i).orElse(null);
                    CaseStatus state = states.get(2 * i + 1).orElse(null);
                    CaseLeaf leaf = sealed.get(entry.version());
                    return Step.of(
                            entry,
                            events.get((int) entry.version() - 1),
                            leaf == null ? null : leaf.leaf(),
                            state,
                            changes(before, state));
                })
                .toList();
    }

    /**
     * @param from the earlier moment; null for before anything happened
     * @param to the later moment; null for now
     * @throws QueryProblem when there is no such case for her, when a moment is still to come, and when they are not in order
     */
    Between between(AccessScope scope, CaseId caseId, AsOf from, AsOf to) {
        requirePast("from", from);
        requirePast("to", to);
        Timeline told = timeline.of(scope, caseId, When.NOW);
        AsOf first = reached(from == null ? new AsOf.Version(0) : from, told);
        AsOf last = reached(to == null ? new AsOf.Version(told.version()) : to, told);
        List<Optional<CaseStatus>> states = status.replay(scope, caseId, told.version(), List.of(first, last));
        At before = At.of(states.get(0));
        At after = At.of(states.get(1));
        if (after.version() < before.version()) {
            throw QueryProblem.parameter("to", "must not be before from");
        }
        return new Between(
                caseId,
                before,
                after,
                changes(before.state(), after.state()),
                told.after(null, Integer.MAX_VALUE).stream()
                        .filter(entry -> before.isBefore(entry) && !after.isBefore(entry))
                        .toList());
    }

    private void requirePast(String parameter, AsOf asOf) {
        if (asOf instanceof AsOf.Moment moment) {
            history.requirePast(parameter, moment.at());
        }
    }

    /** A version of which she is not told is answered like one that the case has not reached. */
    private static AsOf reached(AsOf asOf, Timeline told) {
        if (asOf instanceof AsOf.Version upTo && upTo.version() > told.version()) {
            throw QueryProblem.unknownCase();
        }
        return asOf;
    }

    private List<Changed> changes(CaseStatus before, CaseStatus after) {
        return Difference.between(tree(before), tree(after));
    }

    private JsonNode tree(CaseStatus state) {
        return state == null ? null : json.<ObjectNode>valueToTree(state).remove(OF_THE_STEP);
    }
}
