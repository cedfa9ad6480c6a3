package org.trm.events.types;

/**
 * What is recorded about a person and names her or speaks of her. Class and {@link Reach} of a field decide which key opens
 * it, so neither may ever change.
 */
public enum PersonalField {
    /** Her name, birth and civil status (HTCDS {@code prs_}). */
    IDENTITY(DataClass.B, Reach.AFTER_READY),
    /** Passports, identity cards and what stands for them. */
    PAPERS(DataClass.B, Reach.AFTER_READY),
    /** How to reach her. */
    CONTACT(DataClass.C, Reach.AFTER_CUSTODY),
    /** Where she is, such as the address of a shelter. */
    WHEREABOUTS(DataClass.C, Reach.AFTER_CUSTODY),
    /** How she travels and by what she and those who meet her know each other. */
    TRAVEL_PLAN(DataClass.C, Reach.AFTER_READY),
    /** What was done to her. */
    ACCOUNT(DataClass.D, Reach.AFTER_READY),
    /** What those who receive her must know about her health. */
    HANDOVER_NOTE(DataClass.E, Reach.AFTER_READY),
    /** What a doctor notes. */
    HEALTH_NOTE(DataClass.E, Reach.NEVER),
    /** What a therapist notes. */
    PSYCHOSOCIAL_NOTE(DataClass.E, Reach.NEVER),
    /** Permits and status of residence. */
    RESIDENCE(DataClass.F, Reach.AFTER_READY),
    /** Her asylum procedure. */
    ASYLUM(DataClass.F, Reach.NEVER),
    /** References of proceedings, and testimony. */
    PROCEEDINGS(DataClass.G, Reach.NEVER),
    /** Offences that she was made to commit (CoE Convention art. 26). */
    OFFENCES(DataClass.H, Reach.NEVER),
    /** Those who are said to have exploited her. */
    PERPETRATORS(DataClass.H, Reach.NEVER),
    /** Her family, and what it means for her. */
    FAMILY(DataClass.I, Reach.AFTER_READY),
    /** What she must fear, and from whom. */
    RISK(DataClass.I, Reach.AFTER_READY);

    /** How far a field may go to the country that receives her. */
    public enum Reach {
        /** From the moment at which both sides have authorised her departure. */
        AFTER_READY,
        /** Once that country is responsible. */
        AFTER_CUSTODY,
        /** It stays where it was recorded: it has a legal channel of its own. */
        NEVER
    }

    private final DataClass dataClass;
    private final Reach reach;

    PersonalField(DataClass dataClass, Reach reach) {
        this.dataClass = dataClass;
        this.reach = reach;
    }

    public DataClass dataClass() {
        return dataClass;
    }

    public Reach reach() {
        return reach;
    }
}
