package org.trm.command.directory;

import java.util.Set;
import org.trm.events.DirectoryEvent;
import org.trm.events.DirectoryEvent.MechanismRegistered;
import org.trm.events.DirectoryEvent.NetworkFormed;
import org.trm.events.DirectoryEvent.ProcedurePublished;
import org.trm.events.DirectoryEvent.ReferralsPaused;
import org.trm.events.DirectoryEvent.ReferralsResumed;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;
import org.trm.events.types.Procedure;

/**
 * What the directory says of one country or network after its events so far.
 *
 * @param version the number of its events
 * @param procedureVersion 0 before the first procedure
 */
record DirectoryEntry(
        long version,
        Mechanism mechanism,
        Procedure procedure,
        int procedureVersion,
        boolean paused,
        Set<CountryCode> members) {

    static final DirectoryEntry NONE = new DirectoryEntry(0, null, null, 0, false, Set.of());

    DirectoryEntry after(DirectoryEvent event) {
        return event.tell(new Fold(this));
    }

    private record Fold(DirectoryEntry entry) implements DirectoryEvent.Reader<DirectoryEntry> {
        @Override
        public DirectoryEntry mechanismRegistered(MechanismRegistered event) {
            return next(event.mechanism(), entry.procedure, entry.procedureVersion, entry.paused);
        }

        @Override
        public DirectoryEntry procedurePublished(ProcedurePublished event) {
            return next(entry.mechanism, event.procedure(), event.version().version(), entry.paused);
        }

        @Override
        public DirectoryEntry referralsPaused(ReferralsPaused event) {
            return next(entry.mechanism, entry.procedure, entry.procedureVersion, true);
        }

        @Override
        public DirectoryEntry referralsResumed(ReferralsResumed event) {
            return next(entry.mechanism, entry.procedure, entry.procedureVersion, false);
        }

        @Override
        public DirectoryEntry networkFormed(NetworkFormed event) {
            return new DirectoryEntry(entry.version + 1, null, null, 0, false, event.members());
        }

        private DirectoryEntry next(Mechanism mechanism, Procedure procedure, int procedureVersion, boolean paused) {
            return new DirectoryEntry(entry.version + 1, mechanism, procedure, procedureVersion, paused, entry.members);
        }
    }
}
