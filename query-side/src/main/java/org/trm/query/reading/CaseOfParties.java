package org.trm.query.reading;

import org.trm.query.access.Relations;
import org.trm.query.view.CaseRow;

/** A view's row that knows what the countries have been to its case, so that it never shows more than they may see. */
public interface CaseOfParties extends CaseRow {
    Relations relations();
}
