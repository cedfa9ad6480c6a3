package org.trm.query.timeline;

import java.util.ArrayList;
import java.util.List;
import org.trm.events.CaseEvent;
import org.trm.events.ConsentEvent.ConsentGiven;
import org.trm.events.ConsentEvent.ConsentWithdrawn;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;

/** A consent that stands, as far as the sentence of its withdrawal must know it. */
record Consented(ConsentId consentId, ConsentScope scope, CountryCode country) {
    static List<Consented> after(List<Consented> standing, CaseEvent event) {
        if (event instanceof ConsentGiven given) {
            List<Consented> more = new ArrayList<>(standing);
            more.add(new Consented(given.consentId(), given.scope(), given.country()));
            return List.copyOf(more);
        }
        return event instanceof ConsentWithdrawn withdrawn
                ? standing.stream()
                        .filter(consent -> !consent.consentId().equals(withdrawn.consentId()))
                        .toList()
                : standing;
    }
}
