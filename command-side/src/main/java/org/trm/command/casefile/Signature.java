package org.trm.command.casefile;

import java.time.Instant;
import java.util.UUID;
import org.trm.events.types.Side;

/**
 * One focal point's signature under a departure.
 *
 * @param signatory the pseudonymous id of who signed
 * @param holdsUntil when the first guard lapses on which she relied
 */
public record Signature(Side side, UUID signatory, Instant holdsUntil) {}
