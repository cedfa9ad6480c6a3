package org.trm.command.store;

import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Case;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Cases;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;
import org.trm.events.wiring.Provenance;

/** Reads a case where acts do, from the cache first; the store says whether another node has taken it further. */
@Component
class StoredCases implements Cases {
    private final EventSourcingRepository<Case> cases;
    private final EventStore events;
    private final CaseCache cache;

    StoredCases(EventSourcingRepository<Case> cases, EventStore events, CaseCache cache) {
        this.cases = cases;
        this.events = events;
        this.cache = cache;
    }

    @Override
    public Optional<CaseState> find(CaseId caseId) {
        String id = caseId.toString();
        long stored = stored(id);
        if (stored == 0) {
            return Optional.empty();
        }
        CaseState known = load(id);
        if (known.version() == stored) {
            return Optional.of(known);
        }
        cache.remove(id);
        return Optional.of(load(id));
    }

    @Override
    public Optional<CaseState> known(CaseId caseId) {
        String id = caseId.toString();
        return cache.containsKey(id) ? Optional.of(load(id)) : find(caseId);
    }

    @Override
    public List<Recorded<CaseEvent>> since(CaseId caseId, long version, int most) {
        return events.readEvents(caseId.toString(), version)
                .asStream()
                .limit(most)
                .<Recorded<CaseEvent>>map(Provenance::recorded)
                .toList();
    }

    private long stored(String id) {
        return events.lastSequenceNumberFor(id).orElse(-1L) + 1;
    }

    /** The unit of work that loads it ends without an event; Axon expects one of a command. */
    private CaseState load(String id) {
        ResultMessage<CaseState> loaded = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(id))
                .executeWithResult(() -> cases.load(id).invoke(Case::state));
        if (loaded.isExceptional()) {
            throw new IllegalStateException("The case cannot be loaded", loaded.exceptionResult());
        }
        return loaded.getPayload();
    }
}
