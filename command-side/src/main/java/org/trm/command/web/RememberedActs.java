package org.trm.command.web;

import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Recalled;
import org.trm.events.types.CaseId;
import org.trm.events.wiring.Provenance;

/** Stands around the handling of a command, in its transaction: an act that was done before is not done again. */
@Component
@Order(0)
public final class RememberedActs implements MessageHandlerInterceptor<CommandMessage<?>> {
    /** Metadata of a command whose client gave a key: the seal of its request. */
    public static final String REQUEST = "request";

    private final ActMemory memory;

    RememberedActs(ActMemory memory) {
        this.memory = memory;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        CommandMessage<?> message = work.getMessage();
        if (!(message.getMetaData().get(REQUEST) instanceof String request)) {
            return chain.proceed();
        }
        UUID commandId = UUID.fromString((String) message.getMetaData().get(Provenance.COMMAND_ID));
        Decision before = memory.recall(commandId, request);
        if (before != null) {
            return new Recalled(before);
        }
        Decision decision = (Decision) chain.proceed();
        memory.keep(commandId, request, caseOf(message.getPayload()), decision);
        return decision;
    }

    /** Null for what is published in the directory. */
    private static CaseId caseOf(Object command) {
        return command instanceof CaseCommand ofCase ? ofCase.caseId() : null;
    }
}
