package org.trm.query.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Role;
import org.trm.query.access.AccessScope;
import org.trm.query.web.Cursor;

/** Reads for a focal point which of the cases that her country holds may be of somebody who is known elsewhere. */
@Component
class DuplicatesReader {
    /** Of what was found in one country about a case, what was found first stands for all of it. */
    static final String LINES = """
            SELECT f.case_id, other.holder, f.found_at
            FROM duplicates.finding f JOIN duplicates.person other ON other.case_id = f.other_id
            WHERE f.holder = :country
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

    /** The latest found first; none for whoever is no focal point of a country. */
    public List<PossibleDuplicate> list(AccessScope scope, Cursor after, int most) {
        if (scope.role() != Role.NATIONAL_FOCAL_POINT || scope.country() == null) {
            return List.of();
        }
        return jdbc.sql(LINES)
                .param("country", scope.country().value())
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
        return new PossibleDuplicate(
                row.getObject(1, UUID.class),
                CountryCode.of(row.getString(2)),
                row.getTimestamp(3).toInstant());
    }
}
