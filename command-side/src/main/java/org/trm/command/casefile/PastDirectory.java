package org.trm.command.casefile;

import java.time.Instant;
import java.util.Optional;
import org.trm.command.casefile.Directory.InForce;
import org.trm.events.types.ProcedureVersion;

/** The directory as it was: who could act for a country, and by which procedure. */
public interface PastDirectory {
    /** As it stood at a moment; without any country before the first publication. */
    Directory at(Instant moment);

    /** Any version that a country ever published; empty when it did not. */
    Optional<InForce> published(ProcedureVersion version);
}
