package org.trm.query.view;

import org.trm.events.types.CaseId;

/**
 * What a view keeps of one case, as of one version of it. It may fill several lines of several tables: the case's
 * referrals, say, or the new lines of its timeline.
 */
public interface CaseRow {
    CaseId caseId();

    /** How many events of the case it has taken in. */
    long version();
}
