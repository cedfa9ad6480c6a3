/** Looks for events of all cases, for auditors. Put together from the timeline; nobody depends on it. */
package org.trm.query.audit.search;
