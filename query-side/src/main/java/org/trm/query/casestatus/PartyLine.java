package org.trm.query.casestatus;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Responsible;
import org.trm.query.access.CountrySight;
import org.trm.query.view.Column;

/** A country's line of a case, with the organisations of that country that are named on it. */
record PartyLine(CaseId caseId, StatusSeen seen, Collection<OrganisationId> organisations) {
    static final List<Column<PartyLine>> COLUMNS = List.of(
            column("case_id", PartyLine::caseId),
            column("country", line -> line.seen.country()),
            column("since", line -> line.seen.since()),
            column("relation", line -> line.seen.relation()),
            column("precedence", line -> line.seen.relation().ordinal()),
            column("organisations", PartyLine::organisations),
            column("version", line -> line.seen.version()),
            column("reference", line -> line.seen.facts().reference()),
            column("responsible_country", line -> line.responsible(r -> r.country())),
            column("responsible_organisation", line -> line.responsible(r -> r.organisation())),
            column("stage", line -> line.seen.stage()),
            column("identification", line -> line.seen.facts().identification()),
            column("safety", line -> line.seen.facts().safety()),
            column("open", PartyLine::open),
            column("closure", line -> line.seen.facts().closure()),
            column("awaiting", PartyLine::awaiting),
            column("due", line -> line.seen.due().orElse(null)),
            column("until", line -> line.seen.until().orElse(null)),
            column("updated_at", line -> line.seen.updatedAt()));

    static List<PartyLine> of(StatusRow row) {
        return row.relations().countries().stream()
                .map(country -> of(row, country))
                .toList();
    }

    private static PartyLine of(StatusRow row, CountryCode country) {
        StatusSeen seen = StatusSeen.of(row, CountrySight.of(country, row.relations()));
        return new PartyLine(row.caseId(), seen, row.relations().organisations(country));
    }

    private static Column<PartyLine> column(String name, Function<PartyLine, ?> value) {
        return new Column<>(name, value);
    }

    private Object responsible(Function<Responsible, ?> part) {
        return seen.facts().responsible() == null
                ? null
                : part.apply(seen.facts().responsible());
    }

    private Awaiting awaiting() {
        return seen.facts().keeping().requested() == null ? null : Awaiting.ERASURE_CONFIRMATION;
    }

    private Boolean open() {
        return seen.facts().identification() == null ? null : seen.facts().closure() == null;
    }
}
