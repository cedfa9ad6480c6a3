package org.trm.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Advisory locks, one a view, by which nodes agree on who changes its generations. A lock ends with its holder. */
@Component
public class ViewLocks {
    private static final String KEY = "hashtextextended('trm.view.' || ?, 0)";

    private final DataSource database;
    private final JdbcOperations jdbc;
    private final TransactionOperations transaction;

    ViewLocks(DataSource database, JdbcOperations jdbc, TransactionOperations transaction) {
        this.database = database;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Waits for the lock and holds it until the transaction that is open ends. */
    void lockInTransaction(String view) {
        jdbc.query("SELECT pg_advisory_xact_lock(" + KEY + ")", row -> {}, view);
    }

    /** Runs the task, holding the lock, when nobody else holds it. */
    void ifFree(String view, Runnable task) {
        transaction.executeWithoutResult(status -> {
            if (Boolean.TRUE.equals(
                    jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(" + KEY + ")", Boolean.class, view))) {
                task.run();
            }
        });
    }

    /** Takes the lock for as long as the connection that is returned stays open; empty when somebody else holds it. */
    public Optional<Connection> hold(String view) throws SQLException {
        Connection connection = database.getConnection();
        if (asked(connection, "SELECT pg_try_advisory_lock(" + KEY + ")", view)) {
            return Optional.of(connection);
        }
        connection.close();
        return Optional.empty();
    }

    /** Gives the lock back and the connection to its pool. */
    public void release(Connection connection, String view) throws SQLException {
        try (connection) {
            asked(connection, "SELECT pg_advisory_unlock(" + KEY + ")", view);
        }
    }

    private static boolean asked(Connection connection, String sql, String view) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, view);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
