package org.trm.query.reading;

import org.trm.query.access.Sight;

/**
 * A case as one reader may see it.
 *
 * @param row as of the moment that was asked for
 * @param sight what of it she sees
 * @param past whether that moment is one of the past, so that the row holds all that happened up to it
 */
public record Seen<R extends CaseOfParties>(R row, Sight sight, boolean past) {}
