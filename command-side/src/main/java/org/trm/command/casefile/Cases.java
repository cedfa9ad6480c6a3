package org.trm.command.casefile;

import java.util.List;
import java.util.Optional;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;

/** Reads cases as rules see them, and changes nothing. */
public interface Cases {
    /** The case after the latest of its events; empty when there is none of this id. */
    Optional<CaseState> find(CaseId caseId);

    /**
     * The case as far as this node has come with it, which costs no question to the store: another node may have taken it
     * further. Empty when there is none of this id.
     */
    Optional<CaseState> known(CaseId caseId);

    /**
     * What happened after a version of the case, in its order.
     *
     * @param most how many events at most
     */
    List<Recorded<CaseEvent>> since(CaseId caseId, long version, int most);
}
