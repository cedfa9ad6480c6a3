/**
 * The case: what is true of it, who may act on it, and by which rules.
 * A command is a file: the intent (a record) and its rule ({@code decide}), a pure function from the folded state to
 * events or a refusal; {@link org.trm.command.casefile.Case} only delegates. Nothing here knows Spring, a database, a
 * clock or a random number; what a rule needs from outside stands in its {@link org.trm.command.casefile.Context}.
 */
package org.trm.command.casefile;
