package org.trm.events.types;

/** What a person needs, and which service answers it. */
public enum Need {
    SHELTER,
    MEDICAL,
    PSYCHOSOCIAL,
    LEGAL,
    INTERPRETATION,
    SCHOOLING,
    LIVELIHOOD,
    CHILD_PROTECTION,
    FAMILY_MEDIATION,
    FAMILY_TRACING,
    MATERIAL,
    FOOD,
    REGISTRATION,
    IMMIGRATION_ADVICE,
    COMPENSATION_CLAIM,
    GUARDIANSHIP,
    TRAVEL,
    RECEPTION,
    WITNESS_SUPPORT,
    DOCUMENTS
}
