package org.trm.query.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DuplicateOutcome;
import org.trm.events.types.Role;
import org.trm.query.access.AccessScope;
import org.trm.query.web.Cursor;

/** Reads for a focal point which of the cases that her country holds may be of somebody who is known elsewhere. */
@Component
class DuplicatesReader {
    /**
     * Of what was found in one country about a case, what was found first stands for all of it; and it is settled when all
     * of it is.
     */
    static final String LINES = """
            SELECT f.case_id, other.holder, f.found_at, settled.*
            FROM duplicates.finding f JOIN duplicates.person other ON other.case_id = f.other_id
            CROSS JOIN LATERAL (
                SELECT bool_and(s.id IS NOT NULL) AS wholly,
                    (array_agg(s.outcome ORDER BY s.id DESC))[1] AS outcome,
                    (array_agg(s.settled_at ORDER BY s.id DESC))[1] AS at,
                    (array_agg(s.person ORDER BY s.id DESC))[1] AS by
                FROM duplicates.finding each JOIN duplicates.person there ON there.case_id = each.other_id
                LEFT JOIN duplicates.settlement s
                    ON s.case_id = each.case_id AND s.other_id = each.other_id AND s.country = each.holder
                WHERE each.case_id = f.case_id AND there.holder = other.holder) settled
            WHERE f.holder = :country
              AND (CAST(:settled AS boolean) IS NULL OR settled.wholly = :settled)
              AND (CAST(:at AS timestamptz) IS NULL
                   OR (f.found_at, f.case_id, other.holder) < (:at, CAST(:case AS uuid), :other))
              AND f.found_at <= coalesce(CAST(:at AS timestamptz), 'infinity')
              AND NOT EXISTS (
                  SELECT FROM duplicates.finding earlier JOIN duplicates.person same ON same.case_id = earlier.other_id
                  WHERE earlier.case_id = f.case_id AND same.holder = other.holder
                    AND (earlier.found_at, earlier.other_id, earlier.compared_by)
                      < (f.found_at, f.other_id, f.compared_by))
            ORDER BY f.found_at DESC, f.case_id DESC, other.holder DESC LIMIT :most""";

    private final JdbcClient jdbc;

    DuplicatesReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest found first; none for whoever is no focal point of a country.
     *
     * @param settled whether only what is settled, or only what is not; null for both
     */
    public List<PossibleDuplicate> list(AccessScope scope, Boolean settled, Cursor after, int most) {
        if (scope.role() != Role.NATIONAL_FOCAL_POINT || scope.country() == null) {
            return List.of();
        }
        return jdbc.sql(LINES)
                .param("country", scope.country().value())
                .param("settled", settled)
                .param("at", after == null ? null : Timestamp.from(after.instant(0)))
                .param("case", after == null ? null : after.uuid(1))
                .param(
                        "other",
                        after == null ? null : after.key(2, CountryCode::of).value())
                .param("most", most)
                .query(DuplicatesReader::line)
                .list();
    }

    private static PossibleDuplicate line(ResultSet row, int index) throws SQLException {
        boolean settled = row.getBoolean("wholly");
        return new PossibleDuplicate(
                row.getObject("case_id", UUID.class),
                CountryCode.of(row.getString("holder")),
                row.getTimestamp("found_at").toInstant(),
                settled ? DuplicateOutcome.valueOf(row.getString("outcome")) : null,
                settled ? row.getTimestamp("at").toInstant() : null,
                settled ? row.getObject("by", UUID.class) : null);
    }
}
