package org.trm.events.types;

/** When the receiving country reports after a handover. */
public enum MonitoringMilestone {
    AFTER_72_HOURS,
    AFTER_1_MONTH,
    AFTER_3_MONTHS,
    AFTER_6_MONTHS,
    AFTER_12_MONTHS
}
