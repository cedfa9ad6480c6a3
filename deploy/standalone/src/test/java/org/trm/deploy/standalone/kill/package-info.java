/**
 * The standalone form as a process among processes: killed, half killed and stopped at random moments while clients act.
 * Whatever was acknowledged to them is written down here, outside of it.
 */
package org.trm.deploy.standalone.kill;
