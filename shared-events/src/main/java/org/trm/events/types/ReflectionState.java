package org.trm.events.types;

/** The recovery and reflection period (CoE Convention art. 13). */
public enum ReflectionState {
    NOT_GRANTED,
    RUNNING,
    WAIVED_BY_VICTIM,
    TERMINATED_EARLY,
    ENDED
}
