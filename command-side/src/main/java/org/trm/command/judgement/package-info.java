/**
 * What the rules would say, asked without acting: which acts are open and why others are not, what is missing for a
 * departure, and what one act would do. Nothing is appended, and no rule is written twice: it is the rules themselves that
 * are asked.
 */
package org.trm.command.judgement;
