package org.trm.query.history;

import java.util.List;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;

/** The recorded events of a case, in order from its first; empty when there is no such case. */
public interface CaseHistory {
    List<Recorded<CaseEvent>> of(CaseId caseId);

    /** Those that stood recorded at that moment. */
    List<Recorded<CaseEvent>> upTo(CaseId caseId, AsOf asOf);
}
