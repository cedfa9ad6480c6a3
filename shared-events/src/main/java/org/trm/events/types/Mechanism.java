package org.trm.events.types;

import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A national referral mechanism as the directory knows it.
 *
 * @param focalPoint the one organisation that sends and receives referrals (Directive 2011/36/EU art. 11(4) as amended)
 * @param organisations all that may act in the country's name, the focal point among them
 * @param dataProtection under which law data arrive there
 */
public record Mechanism(
        CountryCode country,
        OrganisationId focalPoint,
        Set<OrganisationId> organisations,
        DataProtection dataProtection) {

    /** Under which data-protection law a country receives data (GDPR chapter V). */
    public enum DataProtection {
        EUROPEAN_ECONOMIC_AREA,
        ADEQUATE,
        OTHER
    }

    public Mechanism {
        if (!organisations.contains(focalPoint)) {
            throw new IllegalArgumentException("the focal point must be one of the organisations");
        }
        SortedSet<OrganisationId> sorted = new TreeSet<>(Comparator.comparing(OrganisationId::value));
        sorted.addAll(organisations);
        organisations = Collections.unmodifiableSet(sorted);
    }
}
