package org.trm.command.documents;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.store.StaleCase;
import org.trm.events.CaseEvent;
import org.trm.events.ErasureEvent.DocumentWithdrawn;
import org.trm.events.PersonalEvent.DocumentAttached;

/**
 * Stands around the handling of a command, in its transaction: a document is kept with the event that names it, and goes
 * with the one that takes it back.
 */
@Component
@Order(3)
final class DocumentsFollowTheCase implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final StoredDocuments documents;

    DocumentsFollowTheCase(StoredDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Object decision = chain.proceed();
        if (decision instanceof Happened happened) {
            happened.events().forEach(this::follow);
        }
        return decision;
    }

    private void follow(CaseEvent event) {
        if (event instanceof DocumentAttached attached
                && !documents.keep(attached.caseId(), attached.documentId(), attached.content())) {
            throw new StaleCase();
        }
        if (event instanceof DocumentWithdrawn withdrawn) {
            documents.remove(withdrawn.caseId(), withdrawn.documentId());
        }
    }
}
