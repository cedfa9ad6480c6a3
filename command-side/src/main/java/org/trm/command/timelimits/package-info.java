/**
 * The clocks of the mechanism: which time limits run, and what happens when one is due. A table of running limits is
 * folded from the events; who claims a due row sends a command that judges the case again.
 */
package org.trm.command.timelimits;
