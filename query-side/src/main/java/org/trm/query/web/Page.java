package org.trm.query.web;

import java.util.List;
import org.trm.events.types.Optional;

/**
 * One page of a list.
 *
 * @param next the path and query of the next page; null on the last one
 */
public record Page<T>(List<T> items, @Optional String next) {}
