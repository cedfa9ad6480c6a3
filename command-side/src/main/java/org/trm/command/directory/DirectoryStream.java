package org.trm.command.directory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.trm.command.casefile.Case;
import org.trm.command.casefile.Context;
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

/** One country's or network's part of the directory as Axon sees it: one line a command, and no rule but who may publish. */
final class DirectoryStream {
    @AggregateIdentifier
    private String id;

    private DirectoryEntry entry = DirectoryEntry.NONE;

    DirectoryStream() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision handle(RegisterMechanism command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision handle(PublishProcedure command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision handle(PauseReferrals command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision handle(ResumeReferrals command, Context context) {
        return decide(command, context);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision handle(FormNetwork command, Context context) {
        return decide(command, context);
    }

    @EventSourcingHandler
    void on(DirectoryEvent event, @SourceId String stream) {
        id = stream;
        entry = entry.after(event);
    }

    private Decision decide(DirectoryCommand command, Context context) {
        // Set before anything is decided, so that a stream can begin with any command.
        id = command.entry();
        CurrentUnitOfWork.get().resources().put(Case.RECORDED_AT, context.now());
        return Publisher.refuse(command, entry, context.actor())
                .or(() -> changed(context.expectedVersion()))
                .<Decision>map(refused -> refused)
                .orElseGet(() -> ruled(command.decide(entry)));
    }

    private Optional<Refused> changed(Long expected) {
        return expected == null || expected == entry.version()
                ? Optional.empty()
                : Optional.of(new Refused(
                        Rule.DIRECTORY_ENTRY_CHANGED,
                        Map.of("expectedVersion", expected.toString(), "version", Long.toString(entry.version())),
                        entry.version()));
    }

    private Decision ruled(Ruling ruling) {
        if (ruling.refused() != null) {
            return new Refused(ruling.refused().rule(), ruling.refused().facts(), entry.version());
        }
        if (ruling.event() != null) {
            apply(ruling.event());
        }
        return new Happened(List.of(), entry.version());
    }
}
