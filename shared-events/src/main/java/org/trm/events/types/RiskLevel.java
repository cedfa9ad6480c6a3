package org.trm.events.types;

/** How safe the person would be. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    /** Non-refoulement: no referral to that country until another assessment supersedes this one. */
    UNACCEPTABLE
}
