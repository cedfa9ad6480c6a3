/**
 * Looks for events of all cases, for auditors, and takes note of every list of them that is taken away. Put together from the
 * timeline; nobody depends on it.
 */
package org.trm.query.audit.search;
