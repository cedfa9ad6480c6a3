/**
 * The write model. It decides, by the folded state of a case and the rules of the mechanism, whether an act may happen,
 * and records what happened as events. It answers no reads; those belong to the query side.
 */
package org.trm.command;
