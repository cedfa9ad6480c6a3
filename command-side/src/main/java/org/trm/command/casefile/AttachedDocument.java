package org.trm.command.casefile;

import org.trm.events.types.CountryCode;
import org.trm.events.types.PersonalField;

/**
 * A document about the person, as far as rules look at it.
 *
 * @param by the country that attached it
 * @param withdrawn whether it was taken back, and is not there any more
 */
public record AttachedDocument(PersonalField field, CountryCode by, boolean withdrawn) {}
