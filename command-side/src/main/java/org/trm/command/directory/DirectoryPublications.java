package org.trm.command.directory;

import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;
import org.trm.command.CaseCommands.Act;
import org.trm.command.Dispatch;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;

/** Publishes in the directory, and lets this process see it at once. Whoever loses a race is judged anew. */
@Component
class DirectoryPublications {
    private static final int ATTEMPTS = 3;

    private final CommandBus bus;
    private final DirectoryNow directory;

    DirectoryPublications(CommandBus bus, DirectoryNow directory) {
        this.bus = bus;
        this.directory = directory;
    }

    /**
     * @param further metadata for those who stand around the handling of the command; it is not recorded
     * @throws RuntimeException when something is broken: nothing has happened then
     */
    Decision publish(DirectoryCommand command, Act act, Map<String, String> further) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                Decision decision = Dispatch.of(bus, command, act.metaData(further));
                directory.look();
                return decision;
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                // The entry is loaded and the command judged again.
            }
        }
        return new Refused(Rule.DIRECTORY_ENTRY_BUSY, Map.of(), 0);
    }
}
