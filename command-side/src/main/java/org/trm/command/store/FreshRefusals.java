package org.trm.command.store;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Decision.Refused;

/**
 * Confirms a refusal against the store: it may have been decided on a cached case that another node has taken further.
 * What happens needs no such check, for the store itself refuses a second event of the same version.
 */
final class FreshRefusals implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final EventStore events;
    private final CaseCache cache;

    FreshRefusals(EventStore events, CaseCache cache) {
        this.events = events;
        this.cache = cache;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Object decision = chain.proceed();
        if (decision instanceof Refused refused
                && refused.version() > 0
                && work.getMessage().getPayload() instanceof CaseCommand command) {
            String id = command.caseId().toString();
            long stored = events.lastSequenceNumberFor(id).orElse(-1L) + 1;
            if (stored != refused.version()) {
                cache.remove(id);
                throw new StaleCase();
            }
        }
        return decision;
    }
}
