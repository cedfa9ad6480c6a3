package org.trm.events.types;

/** What a receiving country may ask before it decides. */
public enum InformationItem {
    NATIONALITY_EVIDENCE,
    RESIDENCE_EVIDENCE,
    RISK_ASSESSMENT_SUMMARY,
    NEEDS_DETAIL,
    BEST_INTERESTS_SUMMARY,
    GUARDIAN_STATUS,
    LEGAL_STAY_STATUS,
    PROCEEDINGS_STATUS,
    TRAVEL_DOCUMENT_STATUS,
    CONSENT_DETAIL,
    FAMILY_LINKS_STATUS
}
