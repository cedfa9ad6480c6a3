package org.trm.query.audit.sealing;

import org.trm.events.proof.Hash;

/** A leaf as it is stored: what it says, its hash, and which record it stands for. */
public record StoredLeaf(long index, long position, String recordId, byte[] entry, Hash hash) {}
