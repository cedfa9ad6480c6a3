package org.trm.query.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.query.view.CaseFold;
import org.trm.query.view.CaseView;
import org.trm.query.view.Column;
import org.trm.query.view.Kept;
import org.trm.query.view.Schema;
import org.trm.query.view.Table;

/** Keeps the referrals of every case. */
@Component
class InboxView implements CaseView<InboxRow> {
    static final String NAME = "inbox";

    private final JdbcClient jdbc;

    InboxView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int layout() {
        return 4;
    }

    @Override
    public CaseFold<InboxRow> fold() {
        return InboxRow::after;
    }

    @Override
    public List<Table<InboxRow, ?>> tables() {
        return List.of(
                Table.perCase(
                        "case_referrals",
                        List.of(
                                new Column<>("case_id", InboxRow::caseId),
                                new Column<>("version", InboxRow::version),
                                new Column<>("state", Kept::json))),
                new Table<>("referral", List.of("case_id", "referral_id"), ReferralLine.COLUMNS, ReferralLine::of));
    }

    @Override
    public Map<CaseId, InboxRow> load(Schema schema, Collection<CaseId> cases) {
        return jdbc
                .sql(schema.in("SELECT state FROM ${schema}.case_referrals WHERE case_id = ANY(?)"))
                .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, index) -> Kept.read(row.getString(1), InboxRow.class))
                .list()
                .stream()
                .collect(Collectors.toMap(InboxRow::caseId, Function.identity()));
    }
}
