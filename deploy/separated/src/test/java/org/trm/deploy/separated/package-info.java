/**
 * The mechanism as services, run as an operator runs it: the jars that the build has just made, the files beside this
 * module, a real proxy and a real database, each a process of its own that can be killed, paused and stopped. What clients
 * were told is written down here, and judged by somebody who knows nothing else.
 */
package org.trm.deploy.separated;
