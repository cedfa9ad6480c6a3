/**
 * A case as an archive that a court can keep and anybody can verify without the mechanism. Put together from the timeline, the
 * sealed log and what is stored; nobody depends on it.
 */
package org.trm.query.audit.casefile;
