package org.trm.events.types;

import org.trm.events.wiring.Provenance;

/** Made only to break the walls around values, so that it is seen that they are noticed when broken. */
public record KnowsRecording(Provenance provenance) {}
