package org.trm.command.casefile;

import java.time.Instant;
import org.trm.events.ConsentEvent.ConsentGiven;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.OrganisationId;

/** A consent as it stands in the case. */
public record Consent(ConsentGiven given, long version, boolean withdrawn) {

    /** Given for this scope and country by who may give it now, neither withdrawn nor lapsed. */
    boolean holds(ConsentScope scope, CountryCode country, boolean minor, Instant now) {
        ConsentHolder rightHolder = minor ? ConsentHolder.GUARDIAN : ConsentHolder.ADULT;
        return !withdrawn
                && given.scope() == scope
                && country.equals(given.country())
                && given.holder() == rightHolder
                && now.isBefore(given.validUntil());
    }

    boolean names(OrganisationId organisation) {
        return organisation.equals(given.organisation());
    }
}
