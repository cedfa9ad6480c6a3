package org.trm.query.inbox;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.ReferralState;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.Urgency;
import org.trm.query.access.Entitlement;
import org.trm.query.referral.Expectation;
import org.trm.query.view.Generations;
import org.trm.query.web.Cursor;

/** The lines of the inbox as they stand now. */
@Component
class InboxTable {
    private static final String LINES = """
            SELECT *, coalesce(due <= :now, false) AS overdue
            FROM ${schema}.referral
            WHERE (:outgoing AND from_country = ANY(:countries)
                       AND (CAST(:named AS text) IS NULL OR :named = ANY(from_organisations))
                OR :incoming AND to_country = ANY(:countries) AND submitted_at <= :now
                       AND (CAST(:named AS text) IS NULL OR :named = ANY(to_organisations)))
              AND drafted_at <= :now
              AND (CAST(:state AS text) IS NULL OR state = :state)
              AND (CAST(:overdue AS boolean) IS NULL OR coalesce(due <= :now, false) = :overdue)
              AND (CAST(:drafted AS timestamptz) IS NULL OR (drafted_at, referral_id) < (:drafted, :referralId))
            ORDER BY drafted_at DESC, referral_id DESC
            LIMIT :limit
            """;

    private final JdbcClient jdbc;
    private final Generations generations;

    InboxTable(JdbcClient jdbc, Generations generations) {
        this.jdbc = jdbc;
        this.generations = generations;
    }

    /** @param now only what was there at this moment is listed, though as it is by now */
    List<InboxLine> lines(Entitlement entitlement, InboxFilter filter, Instant now, Cursor after, int limit) {
        return jdbc.sql(generations.current(InboxView.NAME).in(LINES))
                .param("countries", countries(entitlement))
                .param(
                        "named",
                        entitlement.named() == null ? null : entitlement.named().value())
                .param("outgoing", filter.direction() != Direction.INCOMING)
                .param("incoming", filter.direction() != Direction.OUTGOING)
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("overdue", filter.overdue())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("drafted", after == null ? null : after.instant(0).atOffset(ZoneOffset.UTC))
                .param("referralId", after == null ? null : after.uuid(1))
                .param("limit", limit)
                .query((row, index) -> line(row))
                .list();
    }

    private static String[] countries(Entitlement entitlement) {
        return entitlement.countries().stream().map(CountryCode::value).toArray(String[]::new);
    }

    private static InboxLine line(ResultSet row) throws SQLException {
        return new InboxLine(
                row.getObject("case_id", UUID.class),
                row.getObject("referral_id", UUID.class),
                row.getString("reference"),
                ReferralKind.valueOf(row.getString("kind")),
                row.getString("from_country"),
                row.getString("to_country"),
                ReferralState.valueOf(row.getString("state")),
                Urgency.valueOf(row.getString("urgency")),
                ReferralReason.valueOf(row.getString("reason")),
                texts(row.getArray("waiting_on")),
                constant(Expectation.Step.class, row.getString("expected")),
                instant(row, "since"),
                constant(TimeLimit.class, row.getString("time_limit")),
                instant(row, "due"),
                instant(row, "until"),
                row.getBoolean("overdue"),
                instant(row, "drafted_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
