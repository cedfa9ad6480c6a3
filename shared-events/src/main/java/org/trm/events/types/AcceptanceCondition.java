package org.trm.events.types;

/** Conditions on which a country may accept; each must be met before it does. */
public enum AcceptanceCondition {
    NATIONALITY_VERIFIED,
    RISK_ASSESSMENT_UPDATED,
    BEST_INTERESTS_DETERMINED,
    TRAVEL_DOCUMENT_ISSUED,
    MEDICAL_CLEARANCE,
    COSTS_AGREED,
    ESCORT_PROVIDED,
    SERVICE_PLACE_CONFIRMED,
    RESIDENCE_PERMIT_ISSUED
}
