/**
 * How anybody can find out, without trusting us, that the log of what happened only ever grew: a Merkle tree (RFC 6962),
 * its checkpoints (C2SP tlog-checkpoint, tlog-cosignature), the files that it is served as (C2SP tlog-tiles) and proofs
 * that one entry is in it (C2SP tlog-proof). What is read is read strictly: whatever would not be printed the same way is
 * refused. It knows the JDK alone, and neither files nor networks nor clocks.
 */
package org.trm.events.proof;
