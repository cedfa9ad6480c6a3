/**
 * Shows every signed checkpoint to witnesses (C2SP tlog-witness), keeps what they sign, and says openly when one of them
 * contradicts us or falls silent. Without a witness in the settings it calls nobody.
 */
package org.trm.query.audit.witness;
