/**
 * That somebody may read in an emergency what her role, or her organisation's not being named, would keep from her: at once,
 * for a few hours, and never without somebody else's looking into it afterwards.
 */
package org.trm.command.casefile.emergency;
