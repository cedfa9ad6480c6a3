package org.trm.events.identity;

import org.trm.events.CaseEvent;

/** Made only to break the wall around tokens, so that it is seen that it is noticed when broken. */
public record KnowsAnEvent(CaseEvent event) {}
