package org.trm.events.types;

/** A published version of a country's standard operating procedure. */
public record ProcedureVersion(CountryCode country, int version) {
    /** As it stands in an event's metadata: {@code RO/3}. */
    @Override
    public String toString() {
        return country + "/" + version;
    }
}
