package org.trm.query.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Entitlement;
import org.trm.query.access.Entitlements;
import org.trm.query.access.Part;
import org.trm.query.access.Sight;
import org.trm.query.view.Generations;
import org.trm.query.view.Schema;
import org.trm.query.web.Cursor;

/** Looks for events in all cases that a reader may see. */
@Component
public class EventsReader {
    private static final int PIECE = 500;

    private final TimelineView view;
    private final Generations generations;
    private final Entitlements entitlements;
    private final JdbcClient jdbc;

    EventsReader(TimelineView view, Generations generations, Entitlements entitlements, JdbcClient jdbc) {
        this.view = view;
        this.generations = generations;
        this.entitlements = entitlements;
        this.jdbc = jdbc;
    }

    /** At most {@code limit} events that follow this place, in the order in which they were recorded; null for the first ones. */
    public List<FoundEvent> after(AccessScope scope, EventFilter filter, Cursor after, int limit) {
        Entitlement entitlement = entitlements.of(scope);
        List<FoundEvent> found = new ArrayList<>();
        Cursor from = after;
        List<Entry> piece;
        do {
            Schema schema = generations.current(TimelineView.NAME);
            piece = piece(schema, filter, entitlement.countries(), from);
            Map<CaseId, EntrySight> sights = sights(schema, entitlement, piece);
            for (Entry entry : piece) {
                from = Cursor.at(entry.at(), entry.caseId(), entry.version());
                EntrySight sight = sights.get(entry.caseId());
                if (sight != null && sight.sees(entry) && filter.isToldBy(sight.told(entry)) && found.size() < limit) {
                    found.add(FoundEvent.of(sight.told(entry)));
                }
            }
        } while (piece.size() == PIECE && found.size() < limit);
        return found;
    }

    /** Of the cases of these entries that she may see. What they are by now is asked for after them, so that none is ahead of it. */
    private Map<CaseId, EntrySight> sights(Schema schema, Entitlement entitlement, List<Entry> entries) {
        Set<CaseId> cases = entries.stream().map(Entry::caseId).collect(Collectors.toSet());
        Map<CaseId, EntrySight> sights = new HashMap<>();
        view.load(schema, cases).forEach((caseId, row) -> {
            Optional<Sight> sight = Sight.of(row.relations(), entitlement, Part.TIMELINE);
            sight.ifPresent(seen -> sights.put(caseId, new EntrySight(row.relations(), seen)));
        });
        return sights;
    }

    /** Only what is asked for stands in the statement, so that an index serves it. */
    private List<Entry> piece(Schema schema, EventFilter filter, Set<CountryCode> countries, Cursor after) {
        Map<String, String> wanted = new LinkedHashMap<>();
        put(wanted, "case_id = CAST(? AS uuid)", filter.caseId());
        put(wanted, "actor_id = CAST(? AS uuid)", filter.actor());
        put(wanted, "acting_organisation = ?", filter.organisation());
        put(wanted, "acting_country = ?", filter.country());
        put(wanted, "act = ?", filter.type());
        put(wanted, "at >= CAST(? AS timestamptz)", filter.from());
        put(wanted, "at < CAST(? AS timestamptz)", filter.to());
        put(wanted, "correlation = ?", filter.correlation());
        List<Object> values = new ArrayList<>(wanted.values());
        String conditions = wanted.keySet().stream().map(" AND "::concat).collect(Collectors.joining());
        if (after != null) {
            conditions += " AND (at, case_id, version) > (CAST(? AS timestamptz), ?, ?)";
            values.addAll(List.of(after.instant(0).toString(), after.uuid(1), after.number(2)));
        }
        return jdbc.sql(schema.in("""
                        SELECT * FROM ${schema}.entry
                        WHERE EXISTS (SELECT FROM ${schema}.case_party AS party
                                      WHERE party.case_id = entry.case_id AND party.country = ANY(?))""") + conditions + " ORDER BY at, case_id, version LIMIT " + PIECE)
                .param(countries.stream().map(CountryCode::value).toArray(String[]::new))
                .params(values)
                .query((row, index) -> TimelineTable.entry(row))
                .list();
    }

    private static void put(Map<String, String> wanted, String condition, Object value) {
        if (value != null) {
            wanted.put(condition, value.toString());
        }
    }
}
