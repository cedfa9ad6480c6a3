package org.trm.query.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Role;
import org.trm.query.access.Audience;
import org.trm.query.view.Generations;

/** The entries of timelines as they are kept, for readers of all sorts. */
@Component
class TimelineTable {
    private static final String ENTRIES = """
            SELECT * FROM ${schema}.entry
            WHERE case_id = :caseId AND version > :after AND version <= :upTo
            ORDER BY version
            LIMIT :limit
            """;

    private static final String CORRECTIONS = """
            SELECT * FROM ${schema}.entry
            WHERE case_id = :caseId AND corrects IS NOT NULL AND version <= :upTo
            ORDER BY version
            """;

    private final JdbcClient jdbc;
    private final Generations generations;

    TimelineTable(JdbcClient jdbc, Generations generations) {
        this.jdbc = jdbc;
        this.generations = generations;
    }

    /** Those that follow one version, up to and including another, in order. */
    List<Entry> entries(CaseId caseId, long after, long upTo, int limit) {
        return jdbc.sql(generations.current(TimelineView.NAME).in(ENTRIES))
                .param("caseId", caseId.value())
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit)
                .query((row, index) -> entry(row))
                .list();
    }

    /** Those that correct another, up to and including one version, in order. */
    List<Entry> corrections(CaseId caseId, long upTo) {
        return jdbc.sql(generations.current(TimelineView.NAME).in(CORRECTIONS))
                .param("caseId", caseId.value())
                .param("upTo", upTo)
                .query((row, index) -> entry(row))
                .list();
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getLong("version"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("act"),
                new Told(
                        row.getString("sentence"),
                        row.getString("detail"),
                        row.getObject("occurred_on", LocalDate.class),
                        row.getObject("corrects", Long.class)),
                of(row.getObject("referral_id", UUID.class), ReferralId::new),
                Audience.valueOf(row.getString("audience")),
                ActorKind.valueOf(row.getString("actor_kind")),
                of(row.getString("acting_country"), CountryCode::of),
                of(row.getString("acting_organisation"), OrganisationId::of),
                of(row.getString("acting_role"), Role::valueOf),
                row.getObject("actor_id", UUID.class),
                row.getString("correlation"));
    }

    private static <S, T> T of(S value, Function<S, T> type) {
        return value == null ? null : type.apply(value);
    }
}
