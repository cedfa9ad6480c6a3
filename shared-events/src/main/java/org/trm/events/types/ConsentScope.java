package org.trm.events.types;

/** What a person consents to. */
public enum ConsentScope {
    INTERVIEW,
    ASSISTANCE,
    /** That a country is asked, with the minimal data set, whether it would receive her. */
    ENQUIRY,
    /** That she and the responsibility for her move to a country. */
    TRANSFER,
    /** That named classes of her data go to a named organisation of a country for a named purpose. */
    DISCLOSURE;

    /** Whether this consent is given for one country, and means nothing without it. */
    public boolean namesCountry() {
        return this == ENQUIRY || this == TRANSFER || this == DISCLOSURE;
    }
}
