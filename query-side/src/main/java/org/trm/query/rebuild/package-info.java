/**
 * Builds a view anew beside the one that is being read: in bulk from the event table into its next generation, which
 * then catches up and takes over. An operator asks for it, watches it, and may pause or cancel it; readers notice nothing.
 */
package org.trm.query.rebuild;
