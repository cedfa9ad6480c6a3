package org.trm.query.custody;

import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Part;
import org.trm.query.reading.CaseReading;
import org.trm.query.reading.When;

/** Reads who has been responsible for a case. */
@Component
public class CustodyReader {
    private final CustodyView view;
    private final CaseReading reading;

    CustodyReader(CustodyView view, CaseReading reading) {
        this.view = view;
        this.reading = reading;
    }

    /** The custody chain of one case, as far as she may see it. */
    public CustodyChain of(AccessScope scope, CaseId caseId, When when) {
        return CustodyChain.of(reading.read(view, scope, Part.CUSTODY, caseId, when));
    }
}
