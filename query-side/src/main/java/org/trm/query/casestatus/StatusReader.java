package org.trm.query.casestatus;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Entitlement;
import org.trm.query.access.Entitlements;
import org.trm.query.access.Part;
import org.trm.query.history.AsOf;
import org.trm.query.reading.CaseReading;
import org.trm.query.reading.Seen;
import org.trm.query.reading.When;
import org.trm.query.view.Generations;
import org.trm.query.web.Cursor;
import org.trm.query.web.QueryProblem;

/** Reads where cases stand. */
@Component
public class StatusReader {
    /** Of several countries of one reader each case is listed once: as the one to which it means most. */
    private static final String LIST = """
            SELECT case_id, reference, version, country, relation, since, responsible_country,
                   responsible_organisation, stage, identification, safety, open, closure,
                   coalesce(due <= :now, false) AS overdue, due, until, updated_at
            FROM ${schema}.case_party AS party
            WHERE country = ANY(:countries)
              AND (CAST(:named AS text) IS NULL OR :named = ANY(organisations))
              AND NOT EXISTS (
                  SELECT FROM ${schema}.case_party AS other
                  WHERE other.case_id = party.case_id AND other.country = ANY(:countries)
                    AND (other.precedence, other.country) < (party.precedence, party.country))
              AND (CAST(:stage AS text) IS NULL OR stage = :stage)
              AND (CAST(:holder AS text) IS NULL OR responsible_country = :holder)
              AND (CAST(:overdue AS boolean) IS NULL OR coalesce(due <= :now, false) = :overdue)
              AND (CAST(:awaiting AS text) IS NULL OR awaiting = :awaiting)
              AND (CAST(:reference AS text) IS NULL OR reference = :reference)
              AND (CAST(:since AS timestamptz) IS NULL OR (since, case_id) < (:since, :caseId))
            ORDER BY since DESC, case_id DESC
            LIMIT :limit
            """;

    private final StatusView view;
    private final CaseReading reading;
    private final Entitlements entitlements;
    private final Generations generations;
    private final JdbcClient jdbc;
    private final Clock clock;

    StatusReader(
            StatusView view,
            CaseReading reading,
            Entitlements entitlements,
            Generations generations,
            JdbcClient jdbc,
            Clock clock) {
        this.view = view;
        this.reading = reading;
        this.entitlements = entitlements;
        this.generations = generations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where one case stands, or stood. */
    public CaseStatus one(AccessScope scope, CaseId caseId, When when) {
        return status(scope, caseId, when, reading.read(view, scope, Part.STATUS, caseId, when));
    }

    /**
     * Where one case stood at each of these moments of the past, in their order; empty where it was none of hers, or is not
     * any more.
     *
     * @param atLeast the version that the reading must have taken in
     * @throws QueryProblem when there is no such case for her now
     */
    public List<Optional<CaseStatus>> replay(AccessScope scope, CaseId caseId, long atLeast, List<AsOf> moments) {
        List<Optional<Seen<StatusRow>>> seen = reading.replay(view, scope, Part.STATUS, caseId, atLeast, moments);
        return IntStream.range(0, moments.size())
                .mapToObj(i -> seen.get(i).map(then -> status(scope, caseId, new When(moments.get(i), null), then)))
                .toList();
    }

    private CaseStatus status(AccessScope scope, CaseId caseId, When when, Seen<StatusRow> seen) {
        return CaseStatus.of(
                caseId,
                StatusSeen.of(seen.row(), seen.sight()),
                entitlements.of(scope),
                when.moment(clock, seen.latest()));
    }

    /** The cases that she may see, the latest that came to her first. */
    public List<CaseLine> list(AccessScope scope, CaseFilter filter, Cursor after, int limit) {
        Entitlement entitlement = entitlements.of(scope);
        boolean mayKnow = filter.awaiting() == null || entitlement.to(Part.TIMELINE);
        if (!entitlement.to(Part.STATUS) || !mayKnow) {
            return List.of();
        }
        return jdbc.sql(generations.current(StatusView.NAME).in(LIST))
                .param("countries", countries(entitlement))
                .param(
                        "named",
                        entitlement.named() == null ? null : entitlement.named().value())
                .param("stage", filter.stage() == null ? null : filter.stage().name())
                .param(
                        "holder",
                        filter.country() == null ? null : filter.country().value())
                .param("overdue", filter.overdue())
                .param(
                        "awaiting",
                        filter.awaiting() == null ? null : filter.awaiting().name())
                .param(
                        "reference",
                        filter.reference() == null ? null : filter.reference().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("since", after == null ? null : after.instant(0).atOffset(ZoneOffset.UTC))
                .param("caseId", after == null ? null : after.uuid(1))
                .param("limit", limit)
                .query(new DataClassRowMapper<>(CaseLine.class))
                .list();
    }

    private static String[] countries(Entitlement entitlement) {
        return entitlement.countries().stream().map(CountryCode::value).toArray(String[]::new);
    }
}
