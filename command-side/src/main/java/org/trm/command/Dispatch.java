package org.trm.command;

import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.trm.command.casefile.Decision;

/** Gives a command to the bus and waits for what comes of it. */
public final class Dispatch {
    private Dispatch() {}

    /** @throws RuntimeException as it was thrown by whoever handled the command: nothing has happened then */
    public static Decision of(CommandBus bus, Object command, MetaData metaData) {
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.<Object, Decision>dispatch(
                new GenericCommandMessage<>(command, metaData), (message, result) -> answer.set(result));
        CommandResultMessage<?> result = answer.get();
        if (!result.isExceptional()) {
            return (Decision) result.getPayload();
        }
        if (result.exceptionResult() instanceof RuntimeException defect) {
            throw defect;
        }
        throw new IllegalStateException(result.exceptionResult());
    }
}
