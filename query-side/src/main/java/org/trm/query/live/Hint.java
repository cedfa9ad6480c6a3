package org.trm.query.live;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.Set;
import org.trm.events.types.CaseId;

/**
 * There is something to read.
 *
 * @param version of the case; by {@code atLeastVersion} a reader waits for the views to have it
 * @param next the first place in the order of all events that whoever has this hint may not have been told of
 */
record Hint(CaseId caseId, long version, Set<String> views, long next) {

    /** Both at once, in the place of the earlier one: what stood between them is still to be told. */
    Hint and(Hint later) {
        Set<String> all = new LinkedHashSet<>(views);
        all.addAll(later.views);
        return new Hint(caseId, later.version, all, next);
    }

    /** JSON of ids and words that need no escaping. */
    String json() {
        return "{\"caseId\":\"" + caseId + "\",\"version\":" + version + ",\"views\":"
                + views.stream().collect(joining("\",\"", "[\"", "\"]")) + "}";
    }
}
