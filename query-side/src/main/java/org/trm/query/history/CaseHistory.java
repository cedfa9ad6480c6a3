package org.trm.query.history;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;
import org.trm.events.wiring.Provenance;
import org.trm.query.web.QueryProblem;

/** The recorded events of a case, in order from its first; none when there is no such case. */
@Component
public class CaseHistory {
    /** Nothing was recorded before; and no store can compare every instant that can be written down. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final EventStore events;
    private final Clock clock;

    CaseHistory(EventStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    public List<Recorded<CaseEvent>> of(CaseId caseId) {
        return until(caseId, event -> true);
    }

    /** The same, each with what its metadata attests. */
    public List<Attested> attested(CaseId caseId) {
        return events.readEvents(caseId.toString(), 0)
                .asStream()
                .map(message -> Attested.of(Provenance.recorded(message), message.getMetaData()))
                .toList();
    }

    /**
     * The events that stood recorded at that moment. None when the case has not come as far as a version.
     *
     * @throws QueryProblem when the moment is still to come: the answer would change
     */
    public List<Recorded<CaseEvent>> upTo(CaseId caseId, AsOf asOf) {
        if (asOf instanceof AsOf.Version upTo) {
            List<Recorded<CaseEvent>> told = until(caseId, event -> event.version() <= upTo.version());
            return told.size() < upTo.version() ? List.of() : told;
        }
        Instant at = ((AsOf.Moment) asOf).at();
        requirePast("asOf", at);
        return until(caseId, event -> !event.at().isAfter(at));
    }

    /**
     * @param parameter by which the moment is given
     * @throws QueryProblem when the moment is still to come: what is told of it now would not stay true; and when it lies
     *     before everything that could be recorded
     */
    public void requirePast(String parameter, Instant at) {
        if (at.isBefore(EARLIEST)) {
            throw QueryProblem.parameter(parameter, "must not be a moment before the year 2000");
        }
        if (at.isAfter(clock.instant())) {
            throw QueryProblem.parameter(parameter, "must not be a moment that is still to come");
        }
    }

    private List<Recorded<CaseEvent>> until(CaseId caseId, Predicate<Recorded<CaseEvent>> told) {
        return events.readEvents(caseId.toString(), 0)
                .asStream()
                .map(Provenance::recorded)
                .takeWhile(told)
                .toList();
    }
}
