package org.trm.events.types;

/** For what disclosed data may be used. */
public enum DisclosurePurpose {
    REFERRAL,
    ASSISTANCE,
    PROTECTION,
    FAMILY_TRACING,
    PROCEEDINGS
}
