package org.trm.deploy.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The whole event table read through JDBC, all its columns, by pages that go on where the last one ended. */
record RawRead(long events, double seconds, CpuTime cpu) {
    private static final int ROWS_OF_A_PAGE = 1_000;

    private static final String PAGE = """
            SELECT global_index, event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type,
                payload_revision, payload, metadata
            FROM events.domain_event WHERE global_index > ? ORDER BY global_index LIMIT ?""";

    /** The faster one of two, so that the table is in memory. */
    static RawRead of(Database database, Processors processors) throws SQLException {
        RawRead one = once(database, processors);
        RawRead other = once(database, processors);
        return one.seconds < other.seconds ? one : other;
    }

    private static RawRead once(Database database, Processors processors) throws SQLException {
        CpuTime before = processors.used();
        long begun = System.nanoTime();
        long events = 0;
        try (Connection connection = database.asApplication();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            long last = -1;
            long read;
            do {
                select.setLong(1, last);
                select.setInt(2, ROWS_OF_A_PAGE);
                read = 0;
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        last = row.getLong(1);
                        read(row);
                        read++;
                    }
                }
                events += read;
            } while (read == ROWS_OF_A_PAGE);
        }
        return new RawRead(
                events, (System.nanoTime() - begun) / 1e9, processors.used().since(before));
    }

    private static void read(ResultSet row) throws SQLException {
        row.getString(2);
        row.getString(3);
        row.getLong(4);
        row.getString(5);
        row.getString(6);
        row.getString(7);
        row.getString(8);
        row.getBytes(9);
        row.getBytes(10);
    }

    double perSecond() {
        return events / seconds;
    }

    /** Of the reader, which is here, and of the database. */
    double cpuMicros() {
        return (cpu.load() + cpu.database()) * 1_000 / events;
    }
}
