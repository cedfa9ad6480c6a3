package org.trm.events.types;

/** Civil status (HTCDS {@code prs_MaritalStatus}). */
public enum MaritalStatus {
    SINGLE,
    MARRIED,
    WIDOWED,
    DIVORCED,
    SEPARATED,
    REGISTERED_PARTNERSHIP
}
