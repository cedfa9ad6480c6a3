/**
 * What is recorded about the person by name. It comes sealed: no rule, and nobody who only passes it on, can read it.
 */
package org.trm.command.casefile.person;
