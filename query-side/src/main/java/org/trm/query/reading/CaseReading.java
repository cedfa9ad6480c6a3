package org.trm.query.reading;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
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
        return then(view, caseId, when.asOf())
                .flatMap(row -> seen(row, entitlement, part))
                .map(past -> new Seen<>(past.row(), past.sight().within(now.sight()), true))
                .orElseThrow(QueryProblem::unknownCase);
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

    /** A version of which she is not told is answered like one that the case has not reached. */
    private static void requireReached(AsOf asOf, Seen<?> now) {
        if (asOf instanceof AsOf.Version upTo && upTo.version() > now.version()) {
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
