package org.trm.command.casefile;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.trm.events.CaseEvent;
import org.trm.events.ProtectionEvent.BestInterestsDetermined;
import org.trm.events.Recorded;
import org.trm.events.RiskEvent.RiskAssessed;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.ConsentId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.DocumentId;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.IdentificationState;
import org.trm.events.types.LegalHoldGround;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.Need;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Relation;
import org.trm.events.types.Responsible;
import org.trm.events.types.TimeLimit;

/**
 * What is true of a case after its events so far, as far as rules need it. Seen from outside it never changes: only
 * {@link CaseFold} writes to one, to the copy it has just made. {@code responsible} is never null, and has two writers:
 * the opening of the case and the transfer of custody.
 */
public final class CaseState {
    CaseId id;
    CaseReference reference;
    long version;
    Instant recordedAt;
    Responsible responsible;
    Set<CountryCode> formerHolders = Set.of();
    ClosureReason closure;
    MinimalDataSet minimalDataSet;
    Set<Need> needs = Set.of();
    IdentificationState identification = IdentificationState.DETECTED;
    Deadline reasonableGrounds;
    boolean minor;
    boolean minorityRecorded;
    /** Countries in which a guardian is active, and the version at which each was appointed. */
    Map<CountryCode, Long> guardians = Map.of();

    BestInterestsDetermined bestInterests;
    Reflection reflection = Reflection.NOT_GRANTED;
    Map<ConsentId, Consent> consents = Map.of();
    /** The latest assessment of each assessing country and country concerned. */
    Map<String, Assessment> risks = Map.of();

    Map<ReferralId, Referral> referrals = Map.of();
    Facts facts = Facts.NONE;
    Access access = Access.NONE;
    Map<DocumentId, AttachedDocument> documents = Map.of();
    /** Who asked that she be forgotten, by pseudonymous id; null while nobody does. */
    UUID erasureRequestedBy;

    Map<CountryCode, LegalHoldGround> legalHolds = Map.of();
    boolean erased;
    /** In the order in which they were opened. */
    Map<EmergencyAccessId, EmergencyAccess> emergencyAccesses = Map.of();
    /** Runs for the first access that waits for its review. */
    Deadline emergencyReview;
    /** Runs while the case is closed and the person is not forgotten. */
    Deadline retention;
    /** The moment at which retention is over, however often that was brought to mind since; null while the case is open. */
    Instant retainedUntil;

    CaseState() {}

    CaseState copy() {
        CaseState copy = new CaseState();
        copy.id = id;
        copy.reference = reference;
        copy.version = version;
        copy.recordedAt = recordedAt;
        copy.responsible = responsible;
        copy.formerHolders = formerHolders;
        copy.closure = closure;
        copy.minimalDataSet = minimalDataSet;
        copy.needs = needs;
        copy.identification = identification;
        copy.reasonableGrounds = reasonableGrounds;
        copy.minor = minor;
        copy.minorityRecorded = minorityRecorded;
        copy.guardians = guardians;
        copy.bestInterests = bestInterests;
        copy.reflection = reflection;
        copy.consents = consents;
        copy.risks = risks;
        copy.referrals = referrals;
        copy.facts = facts;
        copy.access = access;
        copy.documents = documents;
        copy.erasureRequestedBy = erasureRequestedBy;
        copy.legalHolds = legalHolds;
        copy.erased = erased;
        copy.emergencyAccesses = emergencyAccesses;
        copy.emergencyReview = emergencyReview;
        copy.retention = retention;
        copy.retainedUntil = retainedUntil;
        return copy;
    }

    /**
     * The state after one more event.
     *
     * @param before null before the first event
     * @throws IllegalStateException when an event is missing in between, which is a defect of the store
     */
    public static CaseState after(CaseState before, Recorded<? extends CaseEvent> recorded) {
        return CaseFold.after(before, recorded);
    }

    public CaseId id() {
        return id;
    }

    public CaseReference reference() {
        return reference;
    }

    /** The number of events so far. */
    public long version() {
        return version;
    }

    /** When the latest event was recorded (UTC). */
    public Instant recordedAt() {
        return recordedAt;
    }

    public Responsible responsible() {
        return responsible;
    }

    /** The country that holds the case. */
    public CountryCode holder() {
        return responsible.country();
    }

    public boolean closed() {
        return closure != null;
    }

    public MinimalDataSet minimalDataSet() {
        return minimalDataSet;
    }

    public Set<Need> needs() {
        return needs;
    }

    public IdentificationState identification() {
        return identification;
    }

    /** The running limit for deciding on reasonable grounds; empty once decided. */
    public Optional<Deadline> reasonableGrounds() {
        return Optional.ofNullable(reasonableGrounds);
    }

    /** Under 18, or presumed to be until verified. */
    public boolean minor() {
        return minor;
    }

    /** Her minority rests on an event of its own, not only on the age band that was first noted. */
    public boolean minorityRecorded() {
        return minorityRecorded;
    }

    public boolean guardianIn(CountryCode country) {
        return guardians.containsKey(country);
    }

    /** Whether the guardian who is active in this country was appointed at this version of the case. */
    public boolean guardianIn(CountryCode country, long appointedAt) {
        return guardianIn(country) && guardians.get(country) == appointedAt;
    }

    /** An adult, or a child whose guardian is active where the case is held. */
    public boolean represented() {
        return !minor || guardianIn(holder());
    }

    public Optional<BestInterestsDetermined> bestInterests() {
        return Optional.ofNullable(bestInterests);
    }

    public Reflection reflection() {
        return reflection;
    }

    public Optional<Consent> consent(ConsentId consentId) {
        return Optional.ofNullable(consents.get(consentId));
    }

    /** What was attached about the person, also what has been taken back. */
    public Map<DocumentId, AttachedDocument> documents() {
        return documents;
    }

    public Collection<Consent> consents() {
        return consents.values();
    }

    /** The latest assessment that one country made of the safety in another, or in itself. */
    public Optional<RiskAssessed> risk(CountryCode assessedBy, CountryCode concerning) {
        return Optional.ofNullable(risks.get(riskKey(assessedBy, concerning))).map(Assessment::made);
    }

    /** Whether one of this country's latest assessments was made at this version of the case. */
    public boolean assessedRisk(CountryCode country, long madeAt) {
        return risks.values().stream()
                .anyMatch(a -> a.version() == madeAt && a.made().assessedBy().equals(country));
    }

    static String riskKey(CountryCode assessedBy, CountryCode concerning) {
        return assessedBy + "/" + concerning;
    }

    public Optional<Referral> referral(ReferralId referralId) {
        return Optional.ofNullable(referrals.get(referralId));
    }

    public Collection<Referral> referrals() {
        return referrals.values();
    }

    public Optional<Referral> liveTransfer() {
        return referrals.values().stream().filter(Referral::liveTransfer).findFirst();
    }

    /** Whether a fact of this kind stands uncorrected at this version of the case. */
    public boolean standsAt(long someVersion, Class<? extends CaseEvent> kind) {
        return facts.standsAt(someVersion, kind);
    }

    /** Which country may open what is sealed about the person. */
    public Access access() {
        return access;
    }

    /** The same, and whether what happened since an earlier state has changed it. */
    AccessOfAct accessSince(CaseState before) {
        return new AccessOfAct(access, !access.equals(before.access));
    }

    /** Who asked that the person be forgotten, by pseudonymous id; empty while nobody does. */
    public Optional<UUID> erasureRequestedBy() {
        return Optional.ofNullable(erasureRequestedBy);
    }

    /** The countries that rule that what is known of her be kept, and why. */
    public Map<CountryCode, LegalHoldGround> legalHolds() {
        return legalHolds;
    }

    /** Whether the keys of what was sealed about her were destroyed. */
    public boolean erased() {
        return erased;
    }

    public Optional<EmergencyAccess> emergencyAccess(EmergencyAccessId accessId) {
        return Optional.ofNullable(emergencyAccesses.get(accessId));
    }

    /** All there ever were, in the order in which they were opened. */
    public Collection<EmergencyAccess> emergencyAccesses() {
        return emergencyAccesses.values();
    }

    /** Those that wait for their review, in the order in which they were opened. */
    public List<EmergencyAccess> unreviewedAccesses() {
        return emergencyAccesses.values().stream()
                .filter(access -> !access.reviewed())
                .toList();
    }

    /** The limit to review the first of them; empty when none waits. */
    public Optional<Deadline> emergencyReview() {
        return Optional.ofNullable(emergencyReview);
    }

    /** The limit after which what is known of the person is overdue for erasure; empty while the case is open. */
    public Optional<Deadline> retention() {
        return Optional.ofNullable(retention);
    }

    /** Until when the law lets what is known of the person be kept; empty while the case is open. */
    public Optional<Instant> retainedUntil() {
        return Optional.ofNullable(retainedUntil);
    }

    /** The limit of the case itself that runs for this; a limit of a referral is told by its {@link Referral#deadline()}. */
    public Optional<Deadline> running(TimeLimit limit) {
        return switch (limit) {
            case REFLECTION -> Optional.ofNullable(reflection.deadline());
            case EMERGENCY_REVIEW -> emergencyReview();
            case RETENTION -> retention();
            default -> reasonableGrounds();
        };
    }

    /** What a country is to this case. */
    public Relation relationOf(CountryCode country) {
        if (responsible.country().equals(country)) {
            return Relation.HOLDER;
        }
        boolean asked = false;
        for (Referral referral : referrals.values()) {
            if (referral.submitted && referral.to().equals(country)) {
                if (referral.live()) {
                    return Relation.ADDRESSED;
                }
                asked = true;
            }
        }
        if (formerHolders.contains(country)) {
            return Relation.FORMER_HOLDER;
        }
        return asked ? Relation.FORMERLY_ADDRESSED : Relation.NONE;
    }

    private List<Object> all() {
        return Arrays.asList(
                id,
                reference,
                version,
                recordedAt,
                responsible,
                formerHolders,
                closure,
                minimalDataSet,
                needs,
                identification,
                reasonableGrounds,
                minor,
                minorityRecorded,
                guardians,
                bestInterests,
                reflection,
                consents,
                risks,
                referrals,
                facts,
                access,
                documents,
                erasureRequestedBy,
                legalHolds,
                erased,
                emergencyAccesses,
                emergencyReview,
                retention,
                retainedUntil);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseState state && all().equals(state.all());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
