package org.trm.events.types;

/** What kind of thing acted. */
public enum ActorKind {
    PERSON,
    SERVICE,
    CLOCK,
    MIGRATION
}
