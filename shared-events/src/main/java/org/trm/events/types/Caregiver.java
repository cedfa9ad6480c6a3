package org.trm.events.types;

/** Whether a caregiver is ready to receive a child. */
public enum Caregiver {
    AGREED_AND_ABLE,
    NOT_AGREED,
    NOT_ABLE,
    NONE_FOUND
}
