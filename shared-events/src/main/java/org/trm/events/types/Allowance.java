package org.trm.events.types;

/**
 * What a procedure allows for one time limit.
 *
 * @param lapses null for a limit that only escalates, again and again
 */
public record Allowance(TimeSpan escalates, @Optional TimeSpan lapses) {}
