package org.trm.command.store;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.trm.command.CaseCommands;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Directory;
import org.trm.events.types.Actor;
import org.trm.events.wiring.Provenance;

/** Gives the handlers of a case what they ask for beside the message: the context of a rule, and who acted. */
public final class RuleParameters implements ParameterResolverFactory {
    private final Clock clock;
    private final Directory directory;

    public RuleParameters(Clock clock, Directory directory) {
        this.clock = clock;
        this.directory = directory;
    }

    @Override
    public ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        Class<?> type = parameters[index].getType();
        if (type == Context.class) {
            return new FromMessage<>() {
                @Override
                public Context resolveParameterValue(Message<?> message) {
                    return context(message);
                }
            };
        }
        if (type == Actor.class) {
            return new FromMessage<>() {
                @Override
                public Actor resolveParameterValue(Message<?> message) {
                    return Provenance.actor(message.getMetaData());
                }
            };
        }
        return null;
    }

    /** These first, then what Axon resolves by itself. */
    public ParameterResolverFactory withDefaults() {
        return MultiParameterResolverFactory.ordered(this, ClasspathParameterResolverFactory.forClass(getClass()));
    }

    private Context context(Message<?> command) {
        Object expected = command.getMetaData().get(CaseCommands.EXPECTED_VERSION);
        return new Context(
                Provenance.actor(command.getMetaData()),
                // Axon records milliseconds; what is decided must be what is recorded.
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                directory,
                expected == null ? null : Long.valueOf(expected.toString()));
    }

    private abstract static class FromMessage<T> implements ParameterResolver<T> {
        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
