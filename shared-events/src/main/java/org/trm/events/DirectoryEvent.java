package org.trm.events;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;
import org.trm.events.types.NetworkId;
import org.trm.events.types.Procedure;
import org.trm.events.types.ProcedureVersion;

/** What the countries publish about themselves: who speaks for them, by which procedure, and in which network. */
public sealed interface DirectoryEvent {
    /** Hands this event to the one method of the reader that is named for it. */
    <R> R tell(Reader<R> reader);

    /** A country joined the directory, or said anew who may act for it. */
    record MechanismRegistered(CountryCode country, Mechanism mechanism) implements DirectoryEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.mechanismRegistered(this);
        }
    }

    /** A version of a country's procedure was published; it is in force until the next one is published. */
    record ProcedurePublished(CountryCode country, ProcedureVersion version, Procedure procedure)
            implements DirectoryEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.procedurePublished(this);
        }
    }

    /** The country takes no new referrals for now; those under way go on. */
    record ReferralsPaused(CountryCode country) implements DirectoryEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralsPaused(this);
        }
    }

    /** The country takes referrals again. */
    record ReferralsResumed(CountryCode country) implements DirectoryEvent {
        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.referralsResumed(this);
        }
    }

    /** A regional network was formed, or its membership changed. */
    record NetworkFormed(NetworkId network, Set<CountryCode> members) implements DirectoryEvent {
        public NetworkFormed {
            members = Collections.unmodifiableSet(new TreeSet<>(members));
        }

        @Override
        public <R> R tell(Reader<R> reader) {
            return reader.networkFormed(this);
        }
    }

    /** Reads every directory event there is; without default methods, so that a new one does not compile unread. */
    interface Reader<R> {
        R mechanismRegistered(MechanismRegistered event);

        R procedurePublished(ProcedurePublished event);

        R referralsPaused(ReferralsPaused event);

        R referralsResumed(ReferralsResumed event);

        R networkFormed(NetworkFormed event);
    }
}
