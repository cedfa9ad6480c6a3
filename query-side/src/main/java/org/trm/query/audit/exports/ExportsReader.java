package org.trm.query.audit.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Role;
import org.trm.query.access.AccessScope;
import org.trm.query.audit.sealing.LogName;
import org.trm.query.audit.sealing.RecordSource;

/** Reads what was taken away by whoever reads for a country: for the auditors of that country. */
@Component
class ExportsReader {
    /** One that has not moved for so long was left by a node that stopped. */
    private static final Duration LEFT = Duration.ofMinutes(10);

    private static final String SELECT = """
            SELECT export.id, begun_at, ended_at, whole, moved_at, coalesce(ended.lines, progress.lines) AS lines, sha256, format,
                   question, reader, role, country, organisation, ended.id AS end_id, leaf_index, entry
              FROM reads.export AS export
              JOIN reads.export_progress AS progress ON progress.export = export.id
              LEFT JOIN reads.export_end AS ended ON ended.export = export.id
              LEFT JOIN log.leaf AS leaf ON leaf.log = 'readings' AND leaf.position = ended.id
             WHERE country = ?""";

    private final JdbcClient jdbc;
    private final RecordSource records;
    private final Clock clock;

    ExportsReader(JdbcClient jdbc, List<RecordSource> sources, Clock clock) {
        this.jdbc = jdbc;
        this.records = RecordSource.of(LogName.READINGS, sources);
        this.clock = clock;
    }

    /** At most {@code limit} that were begun before that of this number; null for the last ones. The last one comes first. */
    List<ExportLine> before(AccessScope scope, Long number, int limit) {
        return jdbc.sql(SELECT + " AND export.id < ? ORDER BY export.id DESC LIMIT ?")
                .params(country(scope), number == null ? Long.MAX_VALUE : number, limit)
                .query((row, index) -> line(row))
                .list();
    }

    /** Empty when there is none of her country. */
    Optional<ExportProof> one(AccessScope scope, long number) {
        return jdbc.sql(SELECT + " AND export.id = ?")
                .params(country(scope), number)
                .query((row, index) -> proof(row))
                .optional();
    }

    /** Who reads for none sees none. */
    private static String country(AccessScope scope) {
        return scope.country() == null ? null : scope.country().value();
    }

    private ExportProof proof(ResultSet row) throws SQLException {
        Long end = row.getObject("end_id", Long.class);
        byte[] entry = row.getBytes("entry");
        return new ExportProof(
                line(row),
                end == null ? null : new String(records.at(List.of(end)).get(0).payload(), UTF_8),
                entry == null ? null : new String(entry, UTF_8));
    }

    private ExportLine line(ResultSet row) throws SQLException {
        String organisation = row.getString("organisation");
        return new ExportLine(
                row.getLong("id"),
                instant(row, "begun_at"),
                instant(row, "ended_at"),
                state(row),
                row.getLong("lines"),
                row.getString("sha256"),
                row.getString("format"),
                row.getString("question"),
                row.getObject("reader", UUID.class),
                Role.valueOf(row.getString("role")),
                CountryCode.of(row.getString("country")),
                organisation == null ? null : OrganisationId.of(organisation),
                row.getObject("leaf_index", Long.class));
    }

    private ExportLine.State state(ResultSet row) throws SQLException {
        Boolean whole = row.getObject("whole", Boolean.class);
        if (whole == null) {
            boolean moves = instant(row, "moved_at").isAfter(clock.instant().minus(LEFT));
            return moves ? ExportLine.State.RUNNING : ExportLine.State.BROKEN_OFF;
        }
        return whole ? ExportLine.State.FINISHED : ExportLine.State.BROKEN_OFF;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
