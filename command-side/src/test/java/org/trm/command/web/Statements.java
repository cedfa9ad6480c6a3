package org.trm.command.web;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Stands before the database and counts what those who answer requests ask of it. */
final class Statements {
    /** By which the web server calls the threads that answer requests. */
    private static final String ANSWERING = "http-nio-";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();

    /** @param statements their SQL; those of one batch are one */
    record Served(int connections, int commits, List<String> statements) {}

    void forget() {
        asked.clear();
        connections.set(0);
        commits.set(0);
    }

    Served served() {
        return new Served(connections.get(), commits.get(), List.copyOf(asked));
    }

    DataSource before(DataSource database) {
        return proxy(DataSource.class, database, (method, arguments, answer) -> {
            if (answer instanceof Connection connection) {
                count(connections);
                return before(connection);
            }
            return answer;
        });
    }

    private Connection before(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments, answer) -> {
            if (method.getName().equals("commit")) {
                count(commits);
            }
            if (answer instanceof PreparedStatement prepared) {
                return before(PreparedStatement.class, prepared, (String) arguments[0]);
            }
            return answer instanceof Statement statement ? before(Statement.class, statement, null) : answer;
        });
    }

    private <S extends Statement> S before(Class<S> type, S statement, String sql) {
        return proxy(type, statement, (method, arguments, answer) -> {
            if (method.getName().startsWith("execute") && isAnswering()) {
                asked.add(sql == null ? (String) arguments[0] : sql);
            }
            return answer;
        });
    }

    private static void count(AtomicInteger what) {
        if (isAnswering()) {
            what.incrementAndGet();
        }
    }

    private static boolean isAnswering() {
        return Thread.currentThread().getName().startsWith(ANSWERING);
    }

    /** What is made of an answer. */
    private interface Passing {
        Object of(Method method, Object[] arguments, Object answer);
    }

    private static <T> T proxy(Class<T> type, T target, Passing passing) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return passing.of(method, arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
