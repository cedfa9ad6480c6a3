/**
 * What has happened: the events of cases and of the directory, as they are kept for thirty years.
 * Records and sealed interfaces only, depending on {@code java..} and {@code types}; never on Axon, Spring, Jackson or
 * either side of the application.
 */
package org.trm.events;
