/**
 * The two-step identification of a victim: reasonable grounds, then the conclusive decision.
 */
package org.trm.command.casefile.identification;
