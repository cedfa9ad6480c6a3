/**
 * How events are recorded and read back: logical names with revisions, fixed JSON, canonical metadata, upcasters.
 * Depends on Axon's messaging, Jackson and JDBC; never on Spring, and takes no decision of the mechanism.
 */
package org.trm.events.wiring;
