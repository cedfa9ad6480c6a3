package org.trm.command.duplicates.asking;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.Rule;
import org.trm.command.web.Problem;
import org.trm.events.types.Actor;
import org.trm.events.types.Role;

/** Only they talk to each other about people whom two countries may have met. */
@Component
final class FocalPoints {
    private static final List<Role> ROLES = List.of(Role.NATIONAL_FOCAL_POINT);

    private final Directory directory;

    FocalPoints(Directory directory) {
        this.directory = directory;
    }

    /** Ends the request of whoever is none of a country, or is of an organisation that its mechanism does not know. */
    void require(Actor actor) {
        if (actor.country() == null || !ROLES.contains(actor.role())) {
            throw refused(Rule.ROLE_NOT_ALLOWED, Map.of("allowed", Checks.fact(ROLES)));
        }
        if (!directory.authorises(actor)) {
            throw refused(Rule.ORGANISATION_NOT_AUTHORISED, Map.of());
        }
    }

    static RuntimeException refused(Rule rule, Map<String, String> facts) {
        return Problem.of(new Refused(rule, facts, 0)).ending();
    }
}
