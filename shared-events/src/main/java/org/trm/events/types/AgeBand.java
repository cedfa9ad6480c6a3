package org.trm.events.types;

/** Age in the broad bands of the Counter Trafficking Data Collaborative. */
public enum AgeBand {
    FROM_0_TO_8,
    FROM_9_TO_17,
    FROM_18_TO_20,
    FROM_21_TO_23,
    FROM_24_TO_26,
    FROM_27_TO_29,
    FROM_30_TO_38,
    FROM_39_TO_47,
    FROM_48,
    UNKNOWN;

    /** Under 18: for such a person no means of trafficking need be shown, and a guardian acts (Palermo Protocol art. 3). */
    public boolean minor() {
        return this == FROM_0_TO_8 || this == FROM_9_TO_17;
    }
}
