package org.trm.query.timeline;

/**
 * An entry of a timeline, and which of what is stored of its event tells its reader no more than the timeline does.
 *
 * @param content whether the event as it is stored does not: her country is responsible, or was up to that event, and what it
 *     says of the person her role may see
 * @param provenance whether its metadata does not: she is told who acted
 */
public record Disclosure(TimelineEntry entry, boolean content, boolean provenance) {}
