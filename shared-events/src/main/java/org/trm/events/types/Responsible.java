package org.trm.events.types;

/** Who has custody of a case: one country, and in it one organisation. */
public record Responsible(CountryCode country, OrganisationId organisation) {}
