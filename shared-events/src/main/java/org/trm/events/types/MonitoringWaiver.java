package org.trm.events.types;

/** Why a monitoring report is not filed. */
public enum MonitoringWaiver {
    PERSON_DECLINES_CONTACT,
    LEFT_THE_COUNTRY,
    CONTACT_UNSAFE,
    ASSISTANCE_ENDED,
    CASE_CLOSED
}
