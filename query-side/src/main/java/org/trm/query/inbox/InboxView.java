package org.trm.query.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.query.view.CaseFold;
import org.trm.query.view.CaseView;
import org.trm.query.view.KeptTable;
import org.trm.query.view.Schema;
import org.trm.query.view.Table;

/** Keeps the referrals of every case. */
@Component
class InboxView implements CaseView<InboxRow> {
    static final String NAME = "inbox";

    private final KeptTable<InboxRow> kept;

    InboxView(JdbcClient jdbc) {
        this.kept = new KeptTable<>(jdbc, "case_referrals", InboxRow.class);
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
                kept.table(),
                new Table<>("referral", List.of("case_id", "referral_id"), ReferralLine.COLUMNS, ReferralLine::of));
    }

    @Override
    public Map<CaseId, InboxRow> load(Schema schema, Collection<CaseId> cases) {
        return kept.load(schema, cases);
    }
}
