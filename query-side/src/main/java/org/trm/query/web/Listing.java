package org.trm.query.web;

import java.util.List;
import java.util.function.Function;

/**
 * A list of flat lines in a stable order, to be read piece by piece.
 *
 * @param type the record of a line; its components are the columns of an export
 * @param lines reads the lines that follow a place
 * @param place the place of a line in the order
 */
public record Listing<T>(Class<T> type, Lines<T> lines, Function<T, Cursor> place) {
    /** Reads part of a list. */
    @FunctionalInterface
    public interface Lines<T> {
        /** At most {@code limit} lines that follow this place; {@code after} is null for the first ones. */
        List<T> after(Cursor after, int limit);
    }
}
