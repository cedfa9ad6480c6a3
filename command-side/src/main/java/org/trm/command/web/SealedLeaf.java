package org.trm.command.web;

/**
 * That an event of an act is in the sealed log, as anybody can verify who knows the log's key.
 *
 * @param version of the case that the event made
 * @param leaf which leaf of the log it is, counted from 0
 * @param entry what the leaf is the hash of, as text: {@code SHA-256(0x00 ‖ entry)} (RFC 6962, 2.1)
 * @param receipt a C2SP tlog-proof: the path from the leaf to the root of a signed checkpoint, and that checkpoint
 */
public record SealedLeaf(long version, long leaf, String entry, String receipt) {}
