package org.trm.query.view;

import org.trm.events.types.CaseId;

/** A view has not reached the version of a case that a reader asked for. */
public final class NotYetVisible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYetVisible(CaseId caseId, long atLeast) {
        super("Version " + atLeast + " of case " + caseId + " is not visible yet.");
    }
}
