package org.trm.events.types;

/** Why a reader is not shown a sealed value. */
public enum Withholding {
    /** Her role is not shown this class of data. */
    ROLE,
    /** It is not shared with her country, or not any more. */
    NOT_SHARED
}
