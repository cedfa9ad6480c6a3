package org.trm.query.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.query.view.CaseFold;
import org.trm.query.view.CaseView;
import org.trm.query.view.Column;
import org.trm.query.view.Schema;
import org.trm.query.view.Table;

/** The sample view: a table of each kind that a view can have. */
public final class TallyView implements CaseView<Tally> {
    private final JdbcClient jdbc;

    public TallyView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public int layout() {
        return 1;
    }

    @Override
    public CaseFold<Tally> fold() {
        return Tally::after;
    }

    @Override
    public List<Table<Tally, ?>> tables() {
        return List.of(
                Table.perCase(
                        "tally",
                        List.of(
                                new Column<>("case_id", Tally::caseId),
                                new Column<>("version", Tally::version),
                                new Column<>("last_at", Tally::lastAt),
                                new Column<>("closed", Tally::closed),
                                new Column<>("kinds", Tally::kinds))),
                new Table<Tally, Tally.Referral>(
                        "referral",
                        List.of("case_id", "referral_id"),
                        List.of(
                                new Column<>("case_id", Tally.Referral::caseId),
                                new Column<>("referral_id", Tally.Referral::referralId),
                                new Column<>("state", Tally.Referral::state)),
                        Tally::states),
                new Table<Tally, Tally.Line>(
                        "line",
                        List.of("case_id", "version"),
                        List.of(
                                new Column<>("case_id", Tally.Line::caseId),
                                new Column<>("version", Tally.Line::version),
                                new Column<>("text", Tally.Line::text)),
                        Tally::fresh));
    }

    @Override
    public Map<CaseId, Tally> load(Schema schema, Collection<CaseId> cases) {
        List<UUID> ids = cases.stream().map(CaseId::value).toList();
        Map<CaseId, Map<ReferralId, String>> referrals = referrals(schema, ids);
        return jdbc
                .sql(schema.in("SELECT * FROM ${schema}.tally WHERE case_id = ANY (:ids)"))
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, index) -> tally(row, referrals))
                .list()
                .stream()
                .collect(Collectors.toMap(Tally::caseId, Function.identity()));
    }

    private Map<CaseId, Map<ReferralId, String>> referrals(Schema schema, List<UUID> ids) {
        Map<CaseId, Map<ReferralId, String>> referrals = new HashMap<>();
        jdbc.sql(schema.in("SELECT * FROM ${schema}.referral WHERE case_id = ANY (:ids)"))
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    referrals
                            .computeIfAbsent(new CaseId(row.getObject("case_id", UUID.class)), id -> new HashMap<>())
                            .put(new ReferralId(row.getObject("referral_id", UUID.class)), row.getString("state"));
                });
        return referrals;
    }

    private static Tally tally(ResultSet row, Map<CaseId, Map<ReferralId, String>> referrals) throws SQLException {
        CaseId id = new CaseId(row.getObject("case_id", UUID.class));
        return new Tally(
                id,
                row.getLong("version"),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getString("closed"),
                Arrays.asList((String[]) row.getArray("kinds").getArray()),
                referrals.getOrDefault(id, Map.of()),
                List.of());
    }
}
