package org.trm.query.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Entitlement;
import org.trm.query.access.Entitlements;
import org.trm.query.access.Part;
import org.trm.query.access.Sight;
import org.trm.query.history.AsOf;
import org.trm.query.history.CaseHistory;
import org.trm.query.view.CaseView;
import org.trm.query.view.Generations;
import org.trm.query.view.VersionAwaiter;
import org.trm.query.web.QueryProblem;

/** Reads one case for one reader. What she may not see is answered like what does not exist. */
@Component
public class CaseReading {
    private final Entitlements entitlements;
    private final CaseHistory history;
    private final Generations generations;
    private final VersionAwaiter awaiter;

    CaseReading(Entitlements entitlements, CaseHistory history, Generations generations, VersionAwaiter awaiter) {
        this.entitlements = entitlements;
        this.history = history;
        this.generations = generations;
        this.awaiter = awaiter;
    }

    /**
     * @throws QueryProblem when there is no such case that she may see this part of, now or then; when she asks for a version
     *     of which she is not told
     */
    public <R extends CaseOfParties> Seen<R> read(
            CaseView<R> view, AccessScope scope, Part part, CaseId caseId, When when) {
        return read(view, entitlements.of(scope), part, caseId, when);
    }

    /** The same for whoever is entitled otherwise than by her role alone. */
    public <R extends CaseOfParties> Seen<R> read(
            CaseView<R> view, Entitlement entitlement, Part part, CaseId caseId, When when) {
        Seen<R> now =
                now(view, caseId, when.atLeast(), () -> now(view, caseId).flatMap(row -> seen(row, entitlement, part)));
        if (when.asOf() == null) {
            return now;
        }
        requireReached(when.asOf(), now);
        return past(then(view, caseId, when.asOf()).flatMap(row -> seen(row, entitlement, part)), now)
                .orElseThrow(QueryProblem::unknownCase);
    }

    /**
     * The same as of several moments of the past, in their order, the history being read once. Empty is what she could not
     * see of it at a moment, or may not see any more.
     *
     * @param atLeast the version that the reading must have taken in
     * @throws QueryProblem when there is no such case that she may see this part of now
     */
    public <R extends CaseOfParties> List<Optional<Seen<R>>> replay(
            CaseView<R> view, AccessScope scope, Part part, CaseId caseId, long atLeast, List<AsOf> moments) {
        Entitlement entitlement = entitlements.of(scope);
        Seen<R> now = read(view, entitlement, part, caseId, new When(null, atLeast));
        List<R> rows = new ArrayList<>();
        List<Recorded<CaseEvent>> events = history.of(caseId);
        events.forEach(event -> rows.add(view.fold().after(rows.isEmpty() ? null : rows.get(rows.size() - 1), event)));
        return moments.stream()
                .map(asOf -> isReached(asOf, now) ? asOf.reached(events) : 0)
                .map(reached -> reached == 0
                        ? Optional.<Seen<R>>empty()
                        : past(seen(rows.get(reached - 1), entitlement, part), now))
                .toList();
    }

    private static <R extends CaseOfParties> Optional<Seen<R>> past(Optional<Seen<R>> then, Seen<R> now) {
        return then.map(seen -> new Seen<>(seen.row(), seen.sight().within(now.sight()), true));
    }

    /**
     * Who asks for a version waits until she is told of it. Were she let through as soon as the case has come so far, she
     * would learn of a case that she may not see, or how far one has come of which she is told no more.
     */
    private <R extends CaseOfParties> Seen<R> now(
            CaseView<R> view, CaseId caseId, Long atLeast, Supplier<Optional<Seen<R>>> look) {
        return atLeast == null
                ? look.get().orElseThrow(QueryProblem::unknownCase)
                : awaiter.await(
                        view.name(), caseId, atLeast, () -> look.get().filter(seen -> seen.version() >= atLeast));
    }

    private static boolean isReached(AsOf asOf, Seen<?> now) {
        return !(asOf instanceof AsOf.Version upTo) || upTo.version() <= now.version();
    }

    /** A version of which she is not told is answered like one that the case has not reached. */
    private static void requireReached(AsOf asOf, Seen<?> now) {
        if (!isReached(asOf, now)) {
            throw QueryProblem.parameter(
                    "asOf", "must be a version of the case that you may see: the last one is " + now.version());
        }
    }

    private static <R extends CaseOfParties> Optional<Seen<R>> seen(R row, Entitlement entitlement, Part part) {
        return Sight.of(row.relations(), entitlement, part).map(sight -> new Seen<>(row, sight, false));
    }

    private <R extends CaseOfParties> Optional<R> now(CaseView<R> view, CaseId caseId) {
        return view.read(generations.current(view.name()), caseId);
    }

    private <R extends CaseOfParties> Optional<R> then(CaseView<R> view, CaseId caseId, AsOf asOf) {
        return view.fold().over(history.upTo(caseId, asOf));
    }
}
