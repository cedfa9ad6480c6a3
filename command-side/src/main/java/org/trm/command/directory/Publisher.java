package org.trm.command.directory;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;

/** Who may publish: the country that it is about, by an organisation that acts for it, in one of the roles. */
final class Publisher {
    private Publisher() {}

    static Optional<Refused> refuse(DirectoryCommand command, DirectoryEntry entry, Actor actor) {
        if (actor.kind() == ActorKind.MIGRATION) {
            return Optional.empty();
        }
        ActedBy by = command.getClass().getAnnotation(ActedBy.class);
        if (by == null || !actor.actsFor(command.country())) {
            return refused(Rule.NOT_YOUR_DIRECTORY_ENTRY, Map.of(), entry);
        } else if (entry.mechanism() != null
                && !entry.mechanism().organisations().contains(actor.organisation())) {
            return refused(Rule.ORGANISATION_NOT_AUTHORISED, Map.of(), entry);
        } else if (!Arrays.asList(by.roles()).contains(actor.role())) {
            return refused(Rule.ROLE_NOT_ALLOWED, Map.of("allowed", Checks.fact(by.roles())), entry);
        }
        return Optional.empty();
    }

    private static Optional<Refused> refused(Rule rule, Map<String, String> facts, DirectoryEntry entry) {
        return Optional.of(new Refused(rule, facts, entry.version()));
    }
}
