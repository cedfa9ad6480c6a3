/**
 * The command side: every act on a case, judged by the rules of {@code casefile} and appended to the event store.
 * It knows nothing of the views; the query side reads what it appends.
 */
package org.trm.command;
