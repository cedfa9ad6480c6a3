package org.trm.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.command.store.StaleCase;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.Role;
import org.trm.events.wiring.Provenance;

/**
 * Gives a command to its case and answers with what came of it. Whoever loses a race for the next version of a case is
 * judged anew; an actor who insists on the version that was lost is then told by which one it was overtaken.
 */
@Component
public class CaseCommands {
    /** Metadata of a command whose actor insists on a version. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    private static final int ATTEMPTS = 4;

    private final CommandBus bus;

    CaseCommands(CommandBus bus) {
        this.bus = bus;
    }

    /**
     * An act, as history will know it.
     *
     * @param expectedVersion the version that the actor insists on, or null
     */
    public record Act(Actor actor, UUID commandId, String correlationId, String causationId, Long expectedVersion) {
        /** An act of the mechanism itself, whose cause is nothing but the time. */
        public static Act ofTheClock(UUID commandId) {
            return new Act(Actor.CLOCK, commandId, commandId.toString(), commandId.toString(), null);
        }

        /** @param further what is not recorded with the events */
        public MetaData metaData(Map<String, String> further) {
            Map<String, Object> metaData = new HashMap<>(further);
            metaData.putAll(new Provenance(actor, commandId, correlationId, causationId).metaData());
            if (expectedVersion != null) {
                metaData.put(EXPECTED_VERSION, expectedVersion.toString());
            }
            return MetaData.from(metaData);
        }
    }

    public Decision send(CaseCommand command, Act act) {
        return send(command, act, Map.of());
    }

    /**
     * @param further metadata for those who stand around the handling of the command, in its transaction; it is not
     *     recorded with the events
     * @throws RuntimeException when something is broken: nothing has happened then
     */
    public Decision send(CaseCommand command, Act act, Map<String, String> further) {
        MetaData metaData = act.metaData(further);
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return Dispatch.of(bus, command, metaData);
            } catch (AggregateNotFoundException e) {
                return noSuchCase(command, act.actor());
            } catch (AggregateStreamCreationException e) {
                return refused(Rule.CASE_ID_UNUSABLE);
            } catch (ConcurrencyException | StaleCase e) {
                // The cache has forgotten the case by now: it is loaded and judged again.
            }
        }
        return refused(Rule.CASE_BUSY);
    }

    /** Who acts for no country is told that no case is for her, whether or not there is this one; but who may act for none. */
    private static Refused noSuchCase(CaseCommand command, Actor actor) {
        Role[] roles = command.getClass().getAnnotation(ActedBy.class).roles();
        if (actor.kind() == ActorKind.CLOCK
                || actor.country() != null
                || Arrays.asList(roles).contains(actor.role())) {
            return refused(Rule.UNKNOWN_CASE);
        }
        Map<String, String> facts =
                Map.of("role", String.valueOf(actor.role()), "allowed", Checks.fact(Arrays.asList(roles)));
        return new Refused(Rule.ROLE_NOT_ALLOWED, facts, 0);
    }

    private static Refused refused(Rule rule) {
        return new Refused(rule, Map.of(), 0);
    }
}
