package org.trm.query.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Optional;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Role;

/**
 * That somebody opened fields about a person.
 *
 * @param number by which the list is ordered
 * @param version of the case of which she read
 * @param reader by pseudonym, as in the history
 */
record OpeningLine(
        long number,
        Instant at,
        long version,
        CountryCode country,
        @Optional OrganisationId organisation,
        Role role,
        UUID reader,
        ReadingPurpose purpose,
        List<PersonalField> fields) {}
