package org.trm.query.view;

import java.util.function.Function;

/**
 * One column of a view's table.
 *
 * @param value what a line has there: null, a number, text, boolean, enum (by its name), {@code Id}, {@code Code}, UUID, date,
 *     instant, or a collection of these for an array column; PostgreSQL reads it as the column's own type, so JSON text
 *     fills a jsonb column
 */
public record Column<L>(String name, Function<? super L, ?> value) {}
