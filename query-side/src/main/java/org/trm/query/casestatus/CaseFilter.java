package org.trm.query.casestatus;

import org.trm.events.types.CaseReference;
import org.trm.events.types.CountryCode;

/**
 * Which cases of those that a reader may see; null leaves a thing open.
 *
 * @param country that which is responsible, as far as the reader may know
 * @param overdue whether something that she may see is overdue
 * @param awaiting what they wait for, as far as she may know
 */
record CaseFilter(Stage stage, CountryCode country, Boolean overdue, Awaiting awaiting, CaseReference reference) {}
