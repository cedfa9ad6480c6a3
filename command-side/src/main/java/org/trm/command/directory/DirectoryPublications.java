package org.trm.command.directory;

import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Decision;
import org.trm.events.wiring.Provenance;

/** Publishes in the directory, and lets this process see it at once. */
@Component
class DirectoryPublications {
    private final CommandBus bus;
    private final DirectoryNow directory;

    DirectoryPublications(CommandBus bus, DirectoryNow directory) {
        this.bus = bus;
        this.directory = directory;
    }

    /** @throws IllegalStateException when it could not be published; nothing has happened then */
    Decision publish(DirectoryCommand command, Provenance provenance) {
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.<DirectoryCommand, Decision>dispatch(
                new GenericCommandMessage<>(command, provenance.metaData()), (message, result) -> answer.set(result));
        CommandResultMessage<?> result = answer.get();
        if (result.isExceptional()) {
            throw new IllegalStateException("Not published in the directory", result.exceptionResult());
        }
        directory.refresh();
        return (Decision) result.getPayload();
    }
}
