package org.trm.query.audit.replay;

import java.util.List;
import org.trm.events.types.CaseId;
import org.trm.events.types.Optional;
import org.trm.query.casestatus.CaseStatus;
import org.trm.query.timeline.TimelineEntry;

/**
 * A case at two moments.
 *
 * @param from the earlier one
 * @param to the later one
 * @param changes what is different at the later one
 * @param steps what happened between the two, as the auditor is told it
 */
record Between(CaseId caseId, At from, At to, List<Changed> changes, List<TimelineEntry> steps) {

    /**
     * A moment.
     *
     * @param version the latest step of which the auditor's country was told by then; 0 when of none
     * @param state how the case stood for it; null when it did not know of the case, or may not see that any more
     */
    record At(long version, @Optional CaseStatus state) {
        static At of(java.util.Optional<CaseStatus> state) {
            return new At(state.map(CaseStatus::version).orElse(0L), state.orElse(null));
        }

        boolean isBefore(TimelineEntry entry) {
            return version < entry.version();
        }
    }
}
