package org.trm.command.directory;

import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.Registration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.trm.command.directory.DirectoryCommand.FormNetwork;
import org.trm.command.directory.DirectoryCommand.PublishProcedure;
import org.trm.command.directory.DirectoryCommand.RegisterMechanism;
import org.trm.events.types.Actor;
import org.trm.events.types.NetworkId;
import org.trm.events.wiring.Provenance;

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
                publish(new RegisterMechanism(example.mechanism()));
                publish(new PublishProcedure(example.country(), example.procedure()));
            }
        }
        publish(new FormNetwork(new NetworkId("SEE"), ExampleMechanism.SOUTH_EAST_EUROPE));
        publish(new FormNetwork(new NetworkId("EU"), ExampleMechanism.EUROPEAN_UNION));
        running = true;
    }

    private void publish(DirectoryCommand command) {
        UUID id = UUID.fromString(IdentifierFactory.getInstance().generateIdentifier());
        publications.publish(command, new Provenance(Actor.MIGRATION, id, id.toString(), id.toString()));
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
