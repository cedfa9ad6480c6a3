package org.trm.command.keys.redaction;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.store.StaleCase;
import org.trm.events.ErasureEvent.SealedDataRedacted;

/**
 * Stands around the handling of a command, in its transaction: what is recorded as taken out of the events is taken out when
 * the record stands in the store, or neither happens. The database compares both, event by event.
 */
@Component
@Order(4)
final class RedactionFollowsItsRecord implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final Ciphertext ciphertext;

    RedactionFollowsItsRecord(Ciphertext ciphertext) {
        this.ciphertext = ciphertext;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Object decision = chain.proceed();
        if (decision instanceof Happened happened) {
            happened.events().stream()
                    .filter(SealedDataRedacted.class::isInstance)
                    .map(SealedDataRedacted.class::cast)
                    .forEach(recorded -> work.onPrepareCommit(prepared -> takeOut(recorded)));
        }
        return decision;
    }

    /** Somebody else may have done it meanwhile. */
    private void takeOut(SealedDataRedacted recorded) {
        if (ciphertext.takeOut(recorded.caseId()) != recorded.events().size()) {
            throw new StaleCase();
        }
    }
}
