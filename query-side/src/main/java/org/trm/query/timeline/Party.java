package org.trm.query.timeline;

import java.util.List;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.query.view.Column;

/** That a country has, or has had, to do with a case. */
record Party(CountryCode country, CaseId caseId) {
    static final List<Column<Party>> COLUMNS =
            List.of(new Column<>("country", Party::country), new Column<>("case_id", Party::caseId));
}
