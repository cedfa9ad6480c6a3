package org.trm.query.audit.sealing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database from which its client is torn away at the n-th thing that it asks of it: from then on nothing that it asks is
 * done, as if its process were killed there.
 */
final class FailingDatabase extends DelegatingDataSource {
    private static final Set<String> ASKED =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");

    private final AtomicInteger left;

    FailingDatabase(DataSource database, int at) {
        super(database);
        this.left = new AtomicInteger(at);
    }

    /** Whether it came to that. */
    boolean failed() {
        return left.get() <= 0;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return failing(Connection.class, super.getConnection());
    }

    private <T> T failing(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (ASKED.contains(method.getName()) && left.decrementAndGet() <= 0) {
                        throw new SQLException("torn away", "08006");
                    }
                    try {
                        Object given = method.invoke(real, arguments);
                        if (given instanceof PreparedStatement statement) {
                            return failing(PreparedStatement.class, statement);
                        }
                        return given instanceof Statement statement ? failing(Statement.class, statement) : given;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
