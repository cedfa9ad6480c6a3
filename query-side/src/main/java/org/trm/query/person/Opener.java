package org.trm.query.person;

import org.trm.events.identity.Bearer;

/** Who opens personal data, and for what. */
record Opener(Bearer who, ReadingPurpose purpose) {}
