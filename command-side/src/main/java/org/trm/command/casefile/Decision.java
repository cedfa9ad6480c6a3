package org.trm.command.casefile;

import java.util.List;
import java.util.Map;
import org.trm.events.CaseEvent;

/** What came of a command. A refusal is a value like any other; an exception would mean a defect. */
public sealed interface Decision {
    /** The number of events of the case: after what happened, or as it stood when refused. */
    long version();

    /** It happened; an empty list means that it was settled already and nothing needs recording. */
    record Happened(List<CaseEvent> events, long version) implements Decision {}

    /**
     * It is not allowed.
     *
     * @param facts what the rule looked at, by name, in the order in which they explain the refusal
     */
    record Refused(Rule rule, Map<String, String> facts, long version) implements Decision {}

    /** What came of the same command the first time; nothing was done now. */
    record Recalled(Decision first) implements Decision {
        @Override
        public long version() {
            return first.version();
        }
    }
}
