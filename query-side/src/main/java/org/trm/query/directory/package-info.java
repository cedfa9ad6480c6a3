/**
 * The directory of countries and networks as readers see it: folded from its events, which are few, whenever they have
 * become more.
 */
package org.trm.query.directory;
