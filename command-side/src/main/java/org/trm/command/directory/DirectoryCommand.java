package org.trm.command.directory;

import static org.trm.command.casefile.ActedBy.Party.PUBLISHER;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.events.DirectoryEvent;
import org.trm.events.DirectoryEvent.MechanismRegistered;
import org.trm.events.DirectoryEvent.NetworkFormed;
import org.trm.events.DirectoryEvent.ProcedurePublished;
import org.trm.events.DirectoryEvent.ReferralsPaused;
import org.trm.events.DirectoryEvent.ReferralsResumed;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Mechanism;
import org.trm.events.types.NetworkId;
import org.trm.events.types.Procedure;
import org.trm.events.types.ProcedureVersion;

/**
 * Something that somebody wants to publish in the directory, with the rule by which it is judged. What a country says of
 * itself names its roles by {@link ActedBy}; what has no such annotation only the mechanism itself publishes: who may act
 * for a country, and under which law it receives data, is not for that country alone to say.
 */
public sealed interface DirectoryCommand {
    /** The stream of the directory that this belongs to. */
    @TargetAggregateIdentifier
    String entry();

    /** The country that it is about; null when it is about none. */
    CountryCode country();

    /** Judges this by what the directory says already. */
    Ruling decide(DirectoryEntry entry);

    /** What comes of it: an event, a refusal, or neither when it is so already. */
    record Ruling(DirectoryEvent event, Refused refused) {
        static final Ruling ALREADY_SO = new Ruling(null, null);

        static Ruling published(DirectoryEvent event) {
            return new Ruling(event, null);
        }

        static Ruling refused(Rule rule, String pointer) {
            return new Ruling(null, new Refused(rule, pointer == null ? Map.of() : Map.of("pointer", pointer), 0));
        }
    }

    static String entryOf(CountryCode country) {
        return "mechanism-" + country;
    }

    /** A country joins the directory, or says anew who may act for it. */
    record RegisterMechanism(Mechanism mechanism) implements DirectoryCommand {
        @Override
        public String entry() {
            return entryOf(mechanism.country());
        }

        @Override
        public CountryCode country() {
            return mechanism.country();
        }

        @Override
        public Ruling decide(DirectoryEntry entry) {
            return mechanism.equals(entry.mechanism())
                    ? Ruling.ALREADY_SO
                    : Ruling.published(new MechanismRegistered(mechanism.country(), mechanism));
        }
    }

    /** A country publishes the next version of its procedure; it is in force at once. */
    @ActedBy(
            value = PUBLISHER,
            roles = {NATIONAL_FOCAL_POINT})
    record PublishProcedure(CountryCode country, Procedure procedure) implements DirectoryCommand {
        @Override
        public String entry() {
            return entryOf(country);
        }

        @Override
        public Ruling decide(DirectoryEntry entry) {
            if (entry.mechanism() == null) {
                return Ruling.refused(Rule.COUNTRY_NOT_IN_DIRECTORY, null);
            }
            return ProcedureRules.refuse(procedure)
                    .orElseGet(() -> Ruling.published(new ProcedurePublished(country, next(entry), procedure)));
        }

        private ProcedureVersion next(DirectoryEntry entry) {
            return new ProcedureVersion(country, entry.procedureVersion() + 1);
        }
    }

    /** A country takes no new referrals for now; those under way go on. */
    @ActedBy(
            value = PUBLISHER,
            roles = {NATIONAL_FOCAL_POINT})
    record PauseReferrals(CountryCode country) implements DirectoryCommand {
        @Override
        public String entry() {
            return entryOf(country);
        }

        @Override
        public Ruling decide(DirectoryEntry entry) {
            if (entry.mechanism() == null) {
                return Ruling.refused(Rule.COUNTRY_NOT_IN_DIRECTORY, null);
            }
            return entry.paused()
                    ? Ruling.refused(Rule.REFERRALS_PAUSED_ALREADY, null)
                    : Ruling.published(new ReferralsPaused(country));
        }
    }

    /** A country takes referrals again. */
    @ActedBy(
            value = PUBLISHER,
            roles = {NATIONAL_FOCAL_POINT})
    record ResumeReferrals(CountryCode country) implements DirectoryCommand {
        @Override
        public String entry() {
            return entryOf(country);
        }

        @Override
        public Ruling decide(DirectoryEntry entry) {
            if (entry.mechanism() == null) {
                return Ruling.refused(Rule.COUNTRY_NOT_IN_DIRECTORY, null);
            }
            return entry.paused()
                    ? Ruling.published(new ReferralsResumed(country))
                    : Ruling.refused(Rule.REFERRALS_NOT_PAUSED, null);
        }
    }

    /** A regional network is formed, or its membership changes. */
    record FormNetwork(NetworkId network, Set<CountryCode> members) implements DirectoryCommand {
        @Override
        public String entry() {
            return "network-" + network;
        }

        @Override
        public CountryCode country() {
            return null;
        }

        @Override
        public Ruling decide(DirectoryEntry entry) {
            return members.equals(entry.members())
                    ? Ruling.ALREADY_SO
                    : Ruling.published(new NetworkFormed(network, members));
        }
    }
}
