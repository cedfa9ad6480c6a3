package org.trm.events;

import static org.trm.events.Samples.BG;
import static org.trm.events.Samples.BG_FOCAL_POINT;
import static org.trm.events.Samples.BG_PROCEDURE;
import static org.trm.events.Samples.CASE;
import static org.trm.events.Samples.DAY;
import static org.trm.events.Samples.LATER;
import static org.trm.events.Samples.RO;
import static org.trm.events.Samples.RO_FOCAL_POINT;
import static org.trm.events.Samples.RO_PROCEDURE;
import static org.trm.events.Samples.deadline;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.trm.events.types.AgeBand;
import org.trm.events.types.AgeBasis;
import org.trm.events.types.AgeEvidence;
import org.trm.events.types.BestInterestsOutcome;
import org.trm.events.types.Caregiver;
import org.trm.events.types.CaseReference;
import org.trm.events.types.ChildView;
import org.trm.events.types.CitizenshipCode;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.ContentHash;
import org.trm.events.types.DataClass;
import org.trm.events.types.DetectionSource;
import org.trm.events.types.DisclosurePurpose;
import org.trm.events.types.DocumentId;
import org.trm.events.types.DocumentWithdrawalGround;
import org.trm.events.types.DurableSolution;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.EmergencyFinding;
import org.trm.events.types.EmergencyGround;
import org.trm.events.types.ErasureGround;
import org.trm.events.types.ExploitationForm;
import org.trm.events.types.Gender;
import org.trm.events.types.GuardianshipEnd;
import org.trm.events.types.Indicator;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.LegalHoldGround;
import org.trm.events.types.LegalStayNeed;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.Need;
import org.trm.events.types.NotConfirmedGround;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.ReflectionTermination;
import org.trm.events.types.Remainder;
import org.trm.events.types.ReopeningReason;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.Sealed;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TraffickingAct;
import org.trm.events.types.TraffickingMeans;
import org.trm.events.types.Urgency;

/** Examples of what happens to a case but for its referrals. */
final class CaseSamples {
    static final ConsentId CONSENT = ConsentId.of("019c9f42-ac00-7f43-95e7-7100ac3d4e5f");

    private static final EmergencyAccessId ACCESS = EmergencyAccessId.of("019c9f43-1d00-7054-a6f8-8211bd4e5f60");

    private static final UUID ACT = UUID.fromString("019c9f3e-6a40-7d21-93c5-5f0e8a1b2c3e");
    private static final MinimalDataSet MINIMAL_DATA_SET = new MinimalDataSet(
            AgeBand.FROM_9_TO_17,
            Gender.FEMININE,
            new LanguageCode("ron"),
            new CitizenshipCode("RO"),
            ExploitationForm.FORCED_BEGGING,
            Set.of(Need.SHELTER, Need.GUARDIANSHIP),
            Urgency.URGENT,
            RiskLevel.MEDIUM,
            LegalStayNeed.CITIZEN_OR_PERMANENT_RESIDENT);

    static final List<CaseEvent> EVENTS = List.of(
            new IntakeEvent.CaseOpened(
                    CASE,
                    new CaseReference("BG-1T51-PB1X-P"),
                    BG_FOCAL_POINT,
                    DetectionSource.LABOUR_INSPECTORATE,
                    MINIMAL_DATA_SET,
                    DAY,
                    deadline(TimeLimit.REASONABLE_GROUNDS, BG_PROCEDURE)),
            new IntakeEvent.MinimalDataSetRevised(CASE, MINIMAL_DATA_SET, DAY, 4L),
            new IntakeEvent.IndicatorsRecorded(
                    CASE, Set.of(Indicator.DOCUMENTS_CONFISCATED, Indicator.LOW_OR_NO_SALARY), 1, DAY, 2L),
            new IntakeEvent.NeedsAssessed(CASE, Set.of(Need.MEDICAL, Need.LEGAL, Need.SHELTER), DAY, 3L),
            new ErasureEvent.ErasureRequested(CASE, ErasureGround.RETENTION_OVER),
            new ErasureEvent.ErasureRequestWithdrawn(CASE),
            new ErasureEvent.PersonErased(CASE, DAY),
            new ErasureEvent.SealedDataRedacted(
                    CASE,
                    Set.of(
                            new Remainder(
                                    7L,
                                    new ContentHash(
                                            "90bda39d0942718dfe8f57952bca11c01ec9b8793f7e34986b6b62a6400a6648")),
                            new Remainder(
                                    3L,
                                    new ContentHash(
                                            "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b")))),
            new ErasureEvent.LegalHoldPlaced(CASE, RO, LegalHoldGround.COMPENSATION_CLAIM),
            new ErasureEvent.DocumentWithdrawn(
                    CASE, new DocumentId(ACT), PersonalField.PAPERS, DocumentWithdrawalGround.WRONG_PERSON),
            new ErasureEvent.LegalHoldLifted(CASE, RO),
            new EmergencyEvent.EmergencyAccessOpened(
                    CASE,
                    ACCESS,
                    EmergencyGround.MISSING_PERSON,
                    LATER,
                    deadline(TimeLimit.EMERGENCY_REVIEW, RO_PROCEDURE),
                    deadline(TimeLimit.EMERGENCY_REVIEW, BG_PROCEDURE)),
            new EmergencyEvent.EmergencyAccessReviewed(
                    CASE, ACCESS, EmergencyFinding.JUSTIFIED, deadline(TimeLimit.EMERGENCY_REVIEW, RO_PROCEDURE)),
            new PersonalEvent.PersonalDataRecorded(
                    CASE,
                    new Sealed(CASE, 1, DataClass.B, PersonalField.IDENTITY, ACT, "AAECAwQFBgcICQoLPCCweqiMrmI"),
                    DAY),
            new PersonalEvent.DocumentAttached(
                    CASE,
                    new DocumentId(ACT),
                    new Sealed(CASE, 1, DataClass.B, PersonalField.PAPERS, ACT, "AAECAwQFBgcICQoLPCCweqiMrmI"),
                    new ContentHash("90bda39d0942718dfe8f57952bca11c01ec9b8793f7e34986b6b62a6400a6648"),
                    DAY),
            new IdentificationEvent.ReasonableGroundsFound(CASE, DAY),
            new IdentificationEvent.ReasonableGroundsNotFound(CASE, DAY),
            new IdentificationEvent.VictimConfirmed(
                    CASE,
                    Set.of(TraffickingAct.RECRUITMENT, TraffickingAct.HARBOURING),
                    Set.of(TraffickingMeans.DECEPTION),
                    Set.of(ExploitationForm.FORCED_BEGGING, ExploitationForm.FORCED_CRIMINALITY),
                    DAY),
            new IdentificationEvent.VictimNotConfirmed(CASE, NotConfirmedGround.CREDIBLE_OTHER_EXPLANATION, DAY),
            new ProtectionEvent.MinorityPresumed(CASE, DAY, 5L),
            new ProtectionEvent.AgeVerified(CASE, true, AgeBasis.DOCUMENTED, AgeEvidence.BIRTH_REGISTER, DAY, 6L),
            new ProtectionEvent.GuardianAppointed(CASE, BG, OrganisationId.of("BG-DCP"), DAY, 7L),
            new ProtectionEvent.GuardianshipEnded(CASE, BG, GuardianshipEnd.CUSTODY_MOVED, DAY),
            new ProtectionEvent.BestInterestsDetermined(
                    CASE,
                    BestInterestsOutcome.IN_BEST_INTERESTS,
                    DurableSolution.FAMILY_REUNIFICATION,
                    RO,
                    Caregiver.AGREED_AND_ABLE,
                    true,
                    ChildView.AGREES,
                    DAY,
                    8L),
            new ProtectionEvent.ReflectionPeriodGranted(
                    CASE, DAY, DAY.plusDays(30), deadline(TimeLimit.REFLECTION, BG_PROCEDURE), 9L),
            new ProtectionEvent.ReflectionPeriodExtended(
                    CASE, DAY.plusDays(60), deadline(TimeLimit.REFLECTION, BG_PROCEDURE)),
            new ProtectionEvent.ReflectionPeriodWaived(CASE, DAY),
            new ProtectionEvent.ReflectionPeriodTerminated(CASE, ReflectionTermination.PUBLIC_ORDER, DAY),
            new ProtectionEvent.ReflectionPeriodEnded(CASE),
            new ConsentEvent.ConsentGiven(
                    CASE,
                    CONSENT,
                    ConsentScope.DISCLOSURE,
                    RO,
                    RO_FOCAL_POINT.organisation(),
                    Set.of(DataClass.E, DataClass.B),
                    DisclosurePurpose.REFERRAL,
                    ConsentHolder.GUARDIAN,
                    ChildView.AGREES,
                    new LanguageCode("ron"),
                    true,
                    DAY,
                    LATER,
                    BG_PROCEDURE,
                    10L),
            new ConsentEvent.ConsentWithdrawn(CASE, CONSENT, DAY),
            new RiskEvent.RiskAssessed(CASE, BG, RO, RiskLevel.LOW, DAY, LATER, BG_PROCEDURE, 11L),
            new TimeLimitEvent.CaseDeadlineEscalated(
                    CASE, TimeLimit.REASONABLE_GROUNDS, deadline(TimeLimit.REASONABLE_GROUNDS, BG_PROCEDURE)),
            new ClosingEvent.CaseClosed(
                    CASE, ClosureReason.INCLUSION_ACHIEVED, DAY, deadline(TimeLimit.RETENTION, BG_PROCEDURE)),
            new ClosingEvent.CaseReopened(
                    CASE,
                    ReopeningReason.PERSON_RETURNED_FOR_ASSISTANCE,
                    deadline(TimeLimit.REASONABLE_GROUNDS, BG_PROCEDURE)));

    private CaseSamples() {}
}
