/**
 * Keeps the views up to date: one event processor for each generation of a view that is alive, which folds a batch of
 * events in memory and writes it once, together with its position. Knows Axon in the classes called projections, and no
 * view by name.
 */
package org.trm.query.projection;
