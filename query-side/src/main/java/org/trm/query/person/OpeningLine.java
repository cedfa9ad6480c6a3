package org.trm.query.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DocumentId;
import org.trm.events.types.Optional;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Role;

/**
 * That somebody opened fields about a person.
 *
 * @param number by which the list is ordered
 * @param version of the case of which she read
 * @param fields whose values she opened, or to which the document belongs
 * @param document whose content she opened; null when she opened what is recorded of the person
 * @param reader by pseudonym, as in the history
 * @param legalGround null of what was opened before that was recorded
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
        @Optional LegalGround legalGround,
        List<PersonalField> fields,
        @Optional DocumentId document) {

    /** What never goes to another country is not named to it either. */
    OpeningLine toldTo(CountryCode reader) {
        List<PersonalField> told = fields.stream()
                .filter(field -> country.equals(reader) || field.reach() != PersonalField.Reach.NEVER)
                .toList();
        DocumentId of = told.isEmpty() ? null : document;
        return new OpeningLine(
                number, at, version, country, organisation, role, this.reader, purpose, legalGround, told, of);
    }
}
