package org.trm.command.directory;

import java.util.Map;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.Registration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.trm.command.CaseCommands.Act;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.command.directory.DirectoryCommand.FormNetwork;
import org.trm.command.directory.DirectoryCommand.PublishProcedure;
import org.trm.command.directory.DirectoryCommand.RegisterMechanism;
import org.trm.events.types.Actor;
import org.trm.events.types.NetworkId;

/** Publishes the example set where the directory knows nothing yet; what a country has published itself is left alone. */
@Component
class DirectorySeed implements SmartLifecycle {
    static final int PHASE = 0;

    private final DirectoryPublications publications;
    private final DirectoryNow directory;
    private volatile boolean running;

    /** @param streams the directory's streams must be on the bus before anything is published */
    DirectorySeed(DirectoryPublications publications, DirectoryNow directory, Registration directoryOnTheBus) {
        this.publications = publications;
        this.directory = directory;
    }

    @Override
    public void start() {
        for (ExampleMechanism example : ExampleMechanism.ALL) {
            if (directory.mechanism(example.country()).isEmpty()) {
                publish(new RegisterMechanism(example.mechanism()), 0);
            }
            if (!directory.hasProcedure(example.country())) {
                publish(new PublishProcedure(example.country(), example.procedure()), 1);
            }
        }
        publish(new FormNetwork(new NetworkId("SEE"), ExampleMechanism.SOUTH_EAST_EUROPE), 0);
        publish(new FormNetwork(new NetworkId("EU"), ExampleMechanism.EUROPEAN_UNION), 0);
        running = true;
    }

    /** @param entryVersion nothing is published where the entry has any other: another node, or the country, was first */
    private void publish(DirectoryCommand command, long entryVersion) {
        UUID id = UUID.fromString(IdentifierFactory.getInstance().generateIdentifier());
        Act act = new Act(Actor.MIGRATION, id, id.toString(), id.toString(), entryVersion);
        Decision decision = publications.publish(command, act, Map.of());
        if (decision instanceof Refused refused && refused.rule() != Rule.DIRECTORY_ENTRY_CHANGED) {
            throw new IllegalStateException("The example set cannot be published: " + refused.rule());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
