package org.trm.query.view;

import org.trm.events.types.CaseId;

/** Lets a reader see what she has just written: waits until a view has taken in some version of a case. */
public interface VersionAwaiter {
    /**
     * Returns once the view has at least this version of the case; holds no database connection meanwhile.
     *
     * @throws NotYetVisible when it has not after three seconds
     */
    void await(String view, CaseId caseId, long atLeast);
}
