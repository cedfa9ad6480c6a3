package org.trm.deploy.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the database could do if there were nothing else: the same bytes inserted, one row a transaction, by the same role
 * over as many connections; and one row read by its key. Rows are inserted into a twin of the table with the same columns,
 * indexes and triggers: in the table itself they would be events, for views to take in while we measure.
 */
final class Limits {
    private static final String TWIN = "benchmark.domain_event";

    private static final String MAKE = """
            DROP SCHEMA IF EXISTS benchmark CASCADE;
            CREATE SCHEMA benchmark;
            CREATE TABLE benchmark.domain_event (LIKE events.domain_event INCLUDING ALL);
            CREATE TABLE benchmark.pending (LIKE log.pending INCLUDING ALL);
            GRANT USAGE ON SCHEMA benchmark TO trm_command;
            GRANT SELECT, INSERT ON benchmark.domain_event TO trm_command""";

    /** What is to be sealed is noted beside the twin: as an event it would be looked for in the table itself. */
    private static final String TRIGGERS = """
            SELECT replace(replace(pg_get_functiondef('events.is_to_be_sealed'::regproc),
                'events.is_to_be_sealed', 'benchmark.is_to_be_sealed'), 'log.pending', 'benchmark.pending')
            UNION ALL
            SELECT replace(replace(pg_get_triggerdef(oid), 'events.domain_event', 'benchmark.domain_event'),
                'events.is_to_be_sealed', 'benchmark.is_to_be_sealed') FROM pg_trigger
            WHERE tgrelid = 'events.domain_event'::regclass AND NOT tgisinternal""";

    private static final String INSERT = "INSERT INTO " + TWIN + """
             (event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type,
                payload_revision, payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ONE_ROW = """
            SELECT global_index, event_identifier, type, time_stamp, payload_type, payload_revision, payload, metadata
            FROM events.domain_event WHERE aggregate_identifier = ? AND sequence_number = 0""";

    private static final int CASES_OF_A_CLIENT = 100;

    private final Database database;

    Limits(Database database) {
        this.database = database;
    }

    void makeTwin() throws SQLException {
        try (Connection owner = database.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(MAKE);
            List<String> triggers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(TRIGGERS)) {
                while (rows.next()) {
                    triggers.add(rows.getString(1));
                }
            }
            for (String trigger : triggers) {
                statement.execute(trigger);
            }
        }
    }

    void dropTwin() throws SQLException {
        try (Connection owner = database.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("DROP SCHEMA benchmark CASCADE");
        }
    }

    /** Single rows with the bytes of the latest event, as first or as later events of cases. */
    ClosedLoop.Steps insert(boolean first) throws SQLException {
        StoredRow row;
        try (Connection connection = database.asApplication()) {
            row = StoredRow.latest(connection, first);
        }
        return number -> new Inserting(database.asApplication(), row, first);
    }

    ClosedLoop.Steps readRow(List<String> cases) {
        return number -> new OfOneConnection(database.asApplication(), ONE_ROW) {
            @Override
            public void go() throws SQLException {
                statement.setString(1, cases.get(ThreadLocalRandom.current().nextInt(cases.size())));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    row.getBytes(7);
                }
            }
        };
    }

    private abstract static class OfOneConnection implements ClosedLoop.Step {
        private final Connection connection;
        final PreparedStatement statement;

        OfOneConnection(Connection connection, String sql) throws SQLException {
            this.connection = connection;
            this.statement = connection.prepareStatement(sql);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static final class Inserting extends OfOneConnection {
        private final StoredRow row;
        private final boolean first;
        private final UUID[] cases = new UUID[CASES_OF_A_CLIENT];
        private long inserted;

        Inserting(Connection connection, StoredRow row, boolean first) throws SQLException {
            super(connection, INSERT);
            this.row = row;
            this.first = first;
            for (int i = 0; i < cases.length; i++) {
                cases[i] = Ids.next();
            }
        }

        @Override
        public void go() throws SQLException {
            UUID caseId = first ? Ids.next() : cases[(int) (inserted % cases.length)];
            long sequence = first ? 0 : inserted / cases.length;
            inserted++;
            statement.setString(1, Ids.next().toString());
            statement.setString(2, caseId.toString());
            statement.setLong(3, sequence);
            statement.setString(4, row.type());
            statement.setString(5, row.timestamp());
            statement.setString(6, row.payloadType());
            statement.setString(7, row.revision());
            statement.setBytes(8, row.payload());
            statement.setBytes(9, row.metadata());
            statement.executeUpdate();
        }
    }
}
