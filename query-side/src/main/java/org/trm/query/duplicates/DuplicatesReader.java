package org.trm.query.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.privacy.BlindIndex;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Role;
import org.trm.query.access.AccessScope;
import org.trm.query.web.Cursor;

/** Reads for a focal point which of the cases that her country holds may be of somebody who is known elsewhere. */
@Component
class DuplicatesReader {
    private static final String LINES = """
            SELECT * FROM (
                SELECT f.case_id, other.holder, f.compared_by, min(f.found_at) AS found_at
                FROM duplicates.person own
                JOIN duplicates.finding f ON f.case_id = own.case_id
                JOIN duplicates.person other ON other.case_id = f.other_id
                WHERE own.holder = :country
                GROUP BY f.case_id, other.holder, f.compared_by) line
            WHERE CAST(:at AS timestamptz) IS NULL
               OR (found_at, case_id, holder, compared_by) < (:at, CAST(:case AS uuid), :other, :by)
            ORDER BY found_at DESC, case_id DESC, holder DESC, compared_by DESC LIMIT :most""";

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
                .param(
                        "by",
                        after == null ? null : after.key(3, BlindIndex::valueOf).name())
                .param("most", most)
                .query(DuplicatesReader::line)
                .list();
    }

    private static PossibleDuplicate line(ResultSet row, int index) throws SQLException {
        return new PossibleDuplicate(
                row.getObject(1, UUID.class),
                CountryCode.of(row.getString(2)),
                BlindIndex.valueOf(row.getString(3)),
                row.getTimestamp(4).toInstant());
    }
}
