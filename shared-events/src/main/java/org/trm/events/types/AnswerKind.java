package org.trm.events.types;

/** How a request for information or a service was answered. */
public enum AnswerKind {
    ANSWERED_IN_FULL,
    ANSWERED_IN_PART,
    SERVICE_PROVIDED,
    DOCUMENT_PROVIDED,
    NOTHING_FOUND
}
