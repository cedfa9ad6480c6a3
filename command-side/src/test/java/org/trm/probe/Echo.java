package org.trm.probe;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.events.types.Actor;

/** Says who acted. It stands outside the packages of the service, so that no other test finds it by scanning. */
@RestController
public class Echo {
    @PostMapping("/api/echo")
    String echo(Actor actor) {
        return actor.organisation() + " of " + actor.country() + " as " + actor.role() + " by " + actor.issuer();
    }
}
