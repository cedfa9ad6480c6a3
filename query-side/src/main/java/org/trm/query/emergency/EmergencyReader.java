package org.trm.query.emergency;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.Role;
import org.trm.query.access.AccessScope;
import org.trm.query.view.Generations;
import org.trm.query.web.Cursor;

/**
 * Reads what was opened in emergencies, for those who review it or answer for it: in the country whose officer it was, also
 * when its part in the case has ended, and in the one that holds the case now.
 */
@Component
class EmergencyReader {
    private static final Set<Role> REVIEWERS =
            EnumSet.of(Role.DATA_PROTECTION_OFFICER, Role.AUDITOR, Role.NATIONAL_FOCAL_POINT);

    private static final String LINES = """
            SELECT case_id, reference, access_id, country, organisation, role, officer, ground, opened_at, until, due,
                   reviewed_at IS NULL AND due <= :now AS overdue, reviewed_at, reviewed_by, finding
            FROM ${schema}.emergency_access
            WHERE (country = :country OR holder = :country)
              AND (CAST(:reviewed AS boolean) IS NULL OR (reviewed_at IS NOT NULL) = :reviewed)
              AND (CAST(:opened AS timestamptz) IS NULL OR (opened_at, access_id) < (:opened, :accessId))
            ORDER BY opened_at DESC, access_id DESC
            LIMIT :limit
            """;

    private final Generations generations;
    private final JdbcClient jdbc;
    private final Clock clock;

    EmergencyReader(Generations generations, JdbcClient jdbc, Clock clock) {
        this.generations = generations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The latest first; none for whoever neither reviews nor answers for it.
     *
     * @param reviewed whether only what has, or only what has not been reviewed; null for both
     */
    List<EmergencyLine> list(AccessScope scope, Boolean reviewed, Cursor after, int limit) {
        if (!REVIEWERS.contains(scope.role()) || scope.country() == null) {
            return List.of();
        }
        return jdbc.sql(generations.current(EmergencyView.NAME).in(LINES))
                .param("country", scope.country().value())
                .param("reviewed", reviewed)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("opened", after == null ? null : after.instant(0).atOffset(ZoneOffset.UTC))
                .param("accessId", after == null ? null : after.uuid(1))
                .param("limit", limit)
                .query(new DataClassRowMapper<>(EmergencyLine.class))
                .list();
    }
}
