package org.trm.command.directory;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.trm.command.casefile.Directory;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;
import org.trm.events.types.ProcedureVersion;

/**
 * What the directory says at one moment.
 *
 * @param entries by the names of their streams
 */
record DirectoryPicture(Map<String, DirectoryEntry> entries) implements Directory {
    static final DirectoryPicture EMPTY = new DirectoryPicture(Map.of());

    private Optional<DirectoryEntry> entry(CountryCode country) {
        return Optional.ofNullable(entries.get(DirectoryCommand.entryOf(country)));
    }

    @Override
    public Optional<Mechanism> mechanism(CountryCode country) {
        return entry(country).map(DirectoryEntry::mechanism);
    }

    @Override
    public boolean hasProcedure(CountryCode country) {
        return entry(country).filter(e -> e.procedure() != null).isPresent();
    }

    @Override
    public boolean takesReferrals(CountryCode country) {
        return entry(country)
                .filter(e -> e.mechanism() != null && e.procedure() != null && !e.paused())
                .isPresent();
    }

    @Override
    public InForce procedure(CountryCode country) {
        return entry(country)
                .filter(e -> e.procedure() != null)
                .map(e -> new InForce(new ProcedureVersion(country, e.procedureVersion()), e.procedure()))
                .orElseThrow(() -> new NoSuchElementException(country + " has published no procedure"));
    }
}
