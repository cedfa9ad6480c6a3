package org.trm.events.wiring;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * A database that does not serve at the moment, told from a defect of ours. What was being committed when it began may
 * have been recorded or not: whoever sends the same again, with the same key, gets to know.
 */
public final class Outage {
    /** Classes of SQLSTATE: no connection, no resources, somebody stopped it, the system failed. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private Outage() {}

    /** Whether one is behind this failure. */
    public static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Without an SQLSTATE the database has not said anything: the connection was not there any more. */
    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || state == null
                || CLASSES.contains(state.substring(0, Math.min(2, state.length())));
    }
}
