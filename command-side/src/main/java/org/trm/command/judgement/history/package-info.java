/**
 * What another version of a country's procedure would have made of a case's history: which acts it would have refused, which
 * time limits would have been missed. The rules themselves are asked, about what was recorded; nothing is appended, and
 * nothing of it has happened.
 */
package org.trm.command.judgement.history;
