package org.trm.events.types;

/** On what the person could stay in the receiving country. */
public enum LegalStayNeed {
    CITIZEN_OR_PERMANENT_RESIDENT,
    OTHER_LEGAL_STAY,
    PERMIT_NEEDED,
    UNKNOWN
}
