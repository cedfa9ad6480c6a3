package org.trm.command.directory;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trm.command.casefile.Directory;
import org.trm.command.store.RuleParameters;

/** Puts the directory's streams on the command bus. */
@Configuration(proxyBeanMethods = false)
class DirectoryStreams {

    @Bean(destroyMethod = "cancel")
    Registration directoryOnTheBus(CommandBus bus, EventStore events, Clock clock, Directory directory) {
        RuleParameters parameters = new RuleParameters(clock, directory);
        EventSourcingRepository<DirectoryStream> streams = EventSourcingRepository.builder(DirectoryStream.class)
                .eventStore(events)
                .parameterResolverFactory(parameters.withDefaults())
                .build();
        return AggregateAnnotationCommandHandler.<DirectoryStream>builder()
                .aggregateType(DirectoryStream.class)
                .repository(streams)
                .parameterResolverFactory(parameters.withDefaults())
                .build()
                .subscribe(bus);
    }
}
