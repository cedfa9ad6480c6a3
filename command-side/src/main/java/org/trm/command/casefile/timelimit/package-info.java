/**
 * What the clock does when a time limit passes: it escalates, then it lapses.
 */
package org.trm.command.casefile.timelimit;
