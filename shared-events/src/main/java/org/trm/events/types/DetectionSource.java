package org.trm.events.types;

/** Who first noticed the person. */
public enum DetectionSource {
    POLICE,
    BORDER_GUARD,
    LABOUR_INSPECTORATE,
    NGO,
    SOCIAL_SERVICES,
    HEALTH_SERVICE,
    HOTLINE,
    CONSULATE,
    SCHOOL,
    ASYLUM_AUTHORITY,
    SELF_REPORTED,
    OTHER_COUNTRY
}
