package org.trm.query.directory;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trm.events.DirectoryEvent;
import org.trm.events.DirectoryEvent.MechanismRegistered;
import org.trm.events.DirectoryEvent.NetworkFormed;
import org.trm.events.DirectoryEvent.ProcedurePublished;
import org.trm.events.DirectoryEvent.ReferralsPaused;
import org.trm.events.DirectoryEvent.ReferralsResumed;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;
import org.trm.events.types.NetworkId;
import org.trm.events.types.Optional;
import org.trm.events.types.Procedure;
import org.trm.events.types.ProcedureVersion;

/** The directory after its events so far: countries and networks, each in the order of their codes. */
record DirectoryPicture(SortedMap<String, Country> countries, SortedMap<String, Network> networks) {

    /**
     * One country.
     *
     * @param version the number of publications about it so far, by which the next one can be made conditional
     * @param takesReferrals whether it has not paused
     */
    record Country(
            CountryCode country,
            String name,
            long version,
            @Optional Mechanism mechanism,
            @Optional ProcedureVersion procedureVersion,
            @Optional Procedure procedure,
            boolean takesReferrals) {}

    /** A regional network and its members. */
    record Network(NetworkId network, Set<CountryCode> members) {}

    static DirectoryPicture of(Iterable<DirectoryEvent> events) {
        DirectoryPicture picture = new DirectoryPicture(new TreeMap<>(), new TreeMap<>());
        Fold fold = new Fold(picture);
        events.forEach(event -> event.tell(fold));
        return picture;
    }

    private record Fold(DirectoryPicture picture) implements DirectoryEvent.Reader<Void> {
        @Override
        public Void mechanismRegistered(MechanismRegistered event) {
            Country before = before(event.country());
            return put(
                    event.country(),
                    event.mechanism(),
                    before.procedureVersion(),
                    before.procedure(),
                    before.takesReferrals());
        }

        @Override
        public Void procedurePublished(ProcedurePublished event) {
            Country before = before(event.country());
            return put(
                    event.country(), before.mechanism(), event.version(), event.procedure(), before.takesReferrals());
        }

        @Override
        public Void referralsPaused(ReferralsPaused event) {
            return takes(event.country(), false);
        }

        @Override
        public Void referralsResumed(ReferralsResumed event) {
            return takes(event.country(), true);
        }

        @Override
        public Void networkFormed(NetworkFormed event) {
            picture.networks.put(event.network().value(), new Network(event.network(), event.members()));
            return null;
        }

        private Country before(CountryCode country) {
            return picture.countries.getOrDefault(
                    country.value(), new Country(country, country.displayName(), 0, null, null, null, true));
        }

        private Void takes(CountryCode country, boolean takes) {
            Country before = before(country);
            return put(country, before.mechanism(), before.procedureVersion(), before.procedure(), takes);
        }

        private Void put(
                CountryCode country,
                Mechanism mechanism,
                ProcedureVersion version,
                Procedure procedure,
                boolean takesReferrals) {
            long published = before(country).version() + 1;
            picture.countries.put(
                    country.value(),
                    new Country(
                            country, country.displayName(), published, mechanism, version, procedure, takesReferrals));
            return null;
        }
    }
}
