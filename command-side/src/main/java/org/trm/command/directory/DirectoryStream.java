package org.trm.command.directory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.command.directory.DirectoryCommand.FormNetwork;
import org.trm.command.directory.DirectoryCommand.PauseReferrals;
import org.trm.command.directory.DirectoryCommand.PublishProcedure;
import org.trm.command.directory.DirectoryCommand.RegisterMechanism;
import org.trm.command.directory.DirectoryCommand.ResumeReferrals;
import org.trm.command.directory.DirectoryCommand.Ruling;
import org.trm.events.DirectoryEvent;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.Role;

/** One country's or network's part of the directory as Axon sees it: one line a command, and no rule but who may publish. */
final class DirectoryStream {
    @AggregateIdentifier
    private String id;

    private DirectoryEntry entry = DirectoryEntry.NONE;

    DirectoryStream() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision handle(RegisterMechanism command, Actor actor) {
        return decide(command, actor);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision handle(PublishProcedure command, Actor actor) {
        return decide(command, actor);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision handle(PauseReferrals command, Actor actor) {
        return decide(command, actor);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision handle(ResumeReferrals command, Actor actor) {
        return decide(command, actor);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision handle(FormNetwork command, Actor actor) {
        return decide(command, actor);
    }

    @EventSourcingHandler
    void on(DirectoryEvent event) {
        entry = entry.after(event);
    }

    private Decision decide(DirectoryCommand command, Actor actor) {
        // Set before anything is decided, so that a stream can begin with any command.
        id = command.entry();
        if (!mayPublish(command, actor)) {
            return new Refused(Rule.NOT_YOUR_DIRECTORY_ENTRY, Map.of(), entry.version());
        }
        Ruling ruling = command.decide(entry);
        if (ruling.event() != null) {
            apply(ruling.event());
        }
        return ruling.refused() == null ? new Happened(List.of(), entry.version()) : ruling.refused();
    }

    private static boolean mayPublish(DirectoryCommand command, Actor actor) {
        return actor.kind() == ActorKind.MIGRATION
                || command.country() != null
                        && actor.actsFor(command.country())
                        && actor.role() == Role.NATIONAL_FOCAL_POINT;
    }
}
