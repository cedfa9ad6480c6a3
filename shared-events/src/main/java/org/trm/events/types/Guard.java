package org.trm.events.types;

/** What must be true before a person leaves for another country: checked when departure is authorised, and again at departure. */
public enum Guard {
    /** CoE Convention art. 12(7): consent of the adult, or of the guardian with the child's view; valid, not withdrawn. */
    CONSENT_TO_TRANSFER("G-1"),
    /** GDPR arts. 6 and 9: consent naming country, organisation, data classes and purpose. */
    CONSENT_TO_DISCLOSURE("G-2"),
    /** CoE Convention art. 16(2) and (7): a valid assessment of each side, none of them unacceptable. */
    RISK_ASSESSED("G-3"),
    /** CoE Convention art. 16(7): for a child, best interests, an able caregiver and a guardian in the receiving country. */
    BEST_INTERESTS("G-4"),
    /** Palermo Protocol art. 8(3): nationality, residence or another legal stay in the receiving country. */
    LEGAL_STAY("G-5"),
    /** Palermo Protocol art. 8(4). */
    TRAVEL_DOCUMENT("G-6"),
    /** Default, configurable by the country's procedure: accepted, a case manager, every mandatory need answered. */
    SERVICES_CONFIRMED("G-7"),
    /** Reception where she arrives, fitness to travel, an escort for a child and where her health asks for one. */
    RECEPTION("G-8"),
    /**
     * CoE Convention arts. 13 and 16(2), CJEU C-66/21: the reflection period is over, or she asked herself; and pending
     * proceedings are checked, the prosecutor heard.
     */
    REFLECTION_AND_PROCEEDINGS("G-9"),
    /** CoE Convention art. 16(6): she holds a list of structures that can help her in the receiving country. */
    CONTACT_LIST("G-10"),
    /** GDPR arts. 44 to 49, for a receiving country outside the European Economic Area. */
    TRANSFER_BASIS("G-11");

    private final String number;

    Guard(String number) {
        this.number = number;
    }

    /** The number by which practitioners' papers call this guard, such as {@code G-4}. */
    public String number() {
        return number;
    }
}
