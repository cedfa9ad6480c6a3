package org.trm.query.timeline;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trm.events.types.AgeBand;
import org.trm.events.types.AgeEvidence;
import org.trm.events.types.Caregiver;
import org.trm.events.types.ChildView;
import org.trm.events.types.CitizenshipCode;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.DeclineReason;
import org.trm.events.types.DocumentWithdrawalGround;
import org.trm.events.types.DurableSolution;
import org.trm.events.types.EmergencyFinding;
import org.trm.events.types.EmergencyGround;
import org.trm.events.types.Evidence;
import org.trm.events.types.Gender;
import org.trm.events.types.Guard;
import org.trm.events.types.GuardianshipEnd;
import org.trm.events.types.IncidentKind;
import org.trm.events.types.InformationItem;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.MonitoringWaiver;
import org.trm.events.types.Need;
import org.trm.events.types.NotConfirmedGround;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.ReflectionTermination;
import org.trm.events.types.ReopeningReason;
import org.trm.events.types.SafetyFinding;
import org.trm.events.types.SafetyPlan;
import org.trm.events.types.SignaturesVoid;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TransferFailure;
import org.trm.events.types.WithdrawalReason;

/** The mechanism's codes in English words. A code whose name says it in plain words is not listed. */
public final class Words {
    /** Countries that English names with an article. */
    private static final Set<String> WITH_ARTICLE = Set.of(
            "AE", "BS", "CF", "CK", "DO", "FK", "FO", "GB", "GM", "KM", "KY", "MH", "MP", "MV", "NL", "PH", "PN", "PS",
            "SB", "SC", "TC", "TF", "UM", "US", "VA", "VG", "VI");

    private static final Map<String, String> WITHOUT_COUNTRY = Map.of(
            "XXA", "stateless",
            "XXB", "refugee",
            "XXC", "refugee of another kind",
            "XXX", "unknown");

    /** By ISO 639-2/T, of which the JDK knows names by two letters only. */
    private static final Map<String, String> LANGUAGES = Arrays.stream(Locale.getISOLanguages())
            .map(Locale::new)
            .collect(Collectors.toMap(
                    Locale::getISO3Language, language -> language.getDisplayLanguage(Locale.ENGLISH), (a, b) -> a));

    private static final Map<Enum<?>, String> CODES = Map.ofEntries(
            entry(AgeBand.FROM_48, "48 or older"),
            entry(AgeEvidence.IDENTITY_DOCUMENT, "an identity document"),
            entry(AgeEvidence.BIRTH_REGISTER, "the birth register"),
            entry(AgeEvidence.COURT_DECISION, "a court decision"),
            entry(AgeEvidence.MULTIDISCIPLINARY_ASSESSMENT, "a multidisciplinary assessment"),
            entry(AgeEvidence.CONSULAR_CONFIRMATION, "a consular confirmation"),
            entry(Caregiver.AGREED_AND_ABLE, "the caregiver agrees and is able"),
            entry(Caregiver.NOT_AGREED, "the caregiver does not agree"),
            entry(Caregiver.NOT_ABLE, "the caregiver is not able"),
            entry(Caregiver.NONE_FOUND, "no caregiver was found"),
            entry(ChildView.AGREES, "the child agrees"),
            entry(ChildView.OBJECTS, "the child objects"),
            entry(ChildView.UNDECIDED, "the child is undecided"),
            entry(ChildView.TOO_YOUNG_TO_EXPRESS, "the child is too young to express a view"),
            entry(ClosureReason.INCLUSION_ACHIEVED, "inclusion is achieved"),
            entry(ClosureReason.ASSISTANCE_DECLINED, "assistance was declined"),
            entry(ClosureReason.CONSENT_WITHDRAWN, "consent was withdrawn"),
            entry(ClosureReason.NOT_A_VICTIM, "the person is not a victim of trafficking"),
            entry(ClosureReason.LOST_CONTACT, "contact was lost"),
            entry(ClosureReason.TRANSFERRED_OUTSIDE_TRM, "transferred outside this mechanism"),
            entry(ClosureReason.ABSORBED_BY_ASYLUM, "the asylum procedure takes over"),
            entry(ClosureReason.DECEASED, "the person died"),
            entry(ClosureReason.DUPLICATE_MERGED, "merged with its duplicate"),
            entry(ClosureReason.PUBLIC_ORDER_GROUND, "a ground of public order"),
            entry(ClosureReason.AGED_OUT_TO_ADULT_CASE, "the person came of age and has a case as an adult"),
            entry(DataClass.A, "status and time limits"),
            entry(DataClass.B, "identity and papers"),
            entry(DataClass.C, "contact and location"),
            entry(DataClass.D, "the account of the exploitation"),
            entry(DataClass.E, "health"),
            entry(DataClass.F, "residence and asylum"),
            entry(DataClass.G, "proceedings and testimony"),
            entry(DataClass.H, "alleged perpetrators"),
            entry(DataClass.I, "risk and family assessment"),
            entry(DataClass.K, "consents, disclosures and reads"),
            entry(DeclineReason.NOT_NATIONAL_OR_RESIDENT, "the person is neither a national nor a resident"),
            entry(DeclineReason.NO_LEGAL_STAY, "no legal stay is open to the person"),
            entry(DeclineReason.RISK_UNACCEPTABLE, "the risk is unacceptable"),
            entry(DeclineReason.NOT_IN_BEST_INTERESTS, "it is not in the child's best interests"),
            entry(DeclineReason.INCOMPLETE_INFORMATION, "the information is incomplete"),
            entry(DeclineReason.WRONG_COMPETENCE, "another body or country is competent"),
            entry(DeclineReason.DUPLICATE, "it is a duplicate"),
            entry(DeclineReason.PERSON_UNKNOWN, "the person is unknown there"),
            entry(DeclineReason.LEGAL_BAR, "a legal bar"),
            entry(DurableSolution.RETURN_WITH_CAREGIVER, "return with a caregiver"),
            entry(DurableSolution.THIRD_COUNTRY, "a life in a third country"),
            entry(Evidence.NATIONALITY_VERIFIED, "the person's nationality is verified"),
            entry(Evidence.RESIDENCE_VERIFIED, "the person's residence is verified"),
            entry(Evidence.OTHER_LEGAL_STAY_GRANTED, "another legal stay is granted"),
            entry(Evidence.PASSPORT, "the person has a passport"),
            entry(Evidence.IDENTITY_CARD, "the person has an identity card"),
            entry(Evidence.EMERGENCY_TRAVEL_DOCUMENT, "the person has an emergency travel document"),
            entry(Evidence.RECEPTION_ARRANGED, "reception is arranged"),
            entry(Evidence.FITNESS_TO_TRAVEL, "the person is fit to travel"),
            entry(Evidence.FITNESS_TO_TRAVEL_ESCORTED, "the person is fit to travel with an escort"),
            entry(Evidence.ESCORT_ARRANGED, "an escort is arranged"),
            entry(Evidence.PROCEEDINGS_CHECKED, "pending proceedings are checked"),
            entry(Evidence.CONTACT_LIST_GIVEN, "the person has a list of those who can help"),
            entry(Evidence.ADEQUACY_DECISION, "an adequacy decision allows the transfer of data"),
            entry(Evidence.APPROPRIATE_SAFEGUARDS, "appropriate safeguards protect the transfer of data"),
            entry(Evidence.EXPLICIT_CONSENT, "explicit consent allows the transfer of data"),
            entry(Evidence.VITAL_INTERESTS, "vital interests require the transfer of data"),
            entry(Gender.NON_SPECIFIED_UNKNOWN, "not specified or unknown"),
            entry(Guard.CONSENT_TO_TRANSFER, "consent to the transfer"),
            entry(Guard.CONSENT_TO_DISCLOSURE, "consent to the disclosure of data"),
            entry(Guard.RISK_ASSESSED, "the risk assessments"),
            entry(Guard.BEST_INTERESTS, "the child's best interests"),
            entry(Guard.LEGAL_STAY, "the legal stay"),
            entry(Guard.TRAVEL_DOCUMENT, "the travel document"),
            entry(Guard.SERVICES_CONFIRMED, "the services"),
            entry(Guard.RECEPTION, "the reception"),
            entry(Guard.REFLECTION_AND_PROCEEDINGS, "the reflection period and pending proceedings"),
            entry(Guard.CONTACT_LIST, "the list of those who can help"),
            entry(Guard.TRANSFER_BASIS, "the legal basis of the transfer of data"),
            entry(GuardianshipEnd.REPLACED, "another guardian takes over"),
            entry(GuardianshipEnd.CAME_OF_AGE, "the person came of age"),
            entry(GuardianshipEnd.CONFLICT_OF_INTEREST, "a conflict of interest"),
            entry(GuardianshipEnd.CUSTODY_MOVED, "another country is responsible"),
            entry(IncidentKind.MEDICAL, "a medical incident"),
            entry(IncidentKind.MISSING, "the person is missing"),
            entry(IncidentKind.PERSON_REFUSES, "the person refuses to go on"),
            entry(IncidentKind.DELAY, "a delay"),
            entry(IncidentKind.DOCUMENT_PROBLEM, "a problem with documents"),
            entry(IncidentKind.BORDER_REFUSAL, "a refusal at the border"),
            entry(IncidentKind.SECURITY_THREAT, "a threat to security"),
            entry(InformationItem.NATIONALITY_EVIDENCE, "evidence of nationality"),
            entry(InformationItem.RESIDENCE_EVIDENCE, "evidence of residence"),
            entry(InformationItem.RISK_ASSESSMENT_SUMMARY, "a summary of the risk assessment"),
            entry(InformationItem.NEEDS_DETAIL, "details of the needs"),
            entry(InformationItem.BEST_INTERESTS_SUMMARY, "a summary of the best-interests determination"),
            entry(InformationItem.GUARDIAN_STATUS, "the status of the guardianship"),
            entry(InformationItem.LEGAL_STAY_STATUS, "the status of the legal stay"),
            entry(InformationItem.PROCEEDINGS_STATUS, "the status of the proceedings"),
            entry(InformationItem.TRAVEL_DOCUMENT_STATUS, "the status of the travel document"),
            entry(InformationItem.CONSENT_DETAIL, "details of the consent"),
            entry(InformationItem.FAMILY_LINKS_STATUS, "the status of the family links"),
            entry(MonitoringWaiver.PERSON_DECLINES_CONTACT, "the person declines contact"),
            entry(MonitoringWaiver.LEFT_THE_COUNTRY, "the person left the country"),
            entry(MonitoringWaiver.CONTACT_UNSAFE, "contact is unsafe"),
            entry(MonitoringWaiver.ASSISTANCE_ENDED, "assistance has ended"),
            entry(MonitoringWaiver.CASE_CLOSED, "the case is closed"),
            entry(EmergencyGround.DANGER_TO_LIFE, "a life is in danger"),
            entry(EmergencyGround.MISSING_PERSON, "nobody knows where the person is"),
            entry(DocumentWithdrawalGround.WRONG_PERSON, "it is about somebody else"),
            entry(DocumentWithdrawalGround.WRONG_FIELD, "it belongs elsewhere"),
            entry(DocumentWithdrawalGround.UNLAWFULLY_PROCESSED, "it should never have been recorded"),
            entry(DocumentWithdrawalGround.UNUSABLE, "it cannot be used"),
            entry(EmergencyFinding.JUSTIFIED, "it was justified"),
            entry(EmergencyFinding.NOT_JUSTIFIED, "it was not justified"),
            entry(Need.MEDICAL, "medical care"),
            entry(Need.PSYCHOSOCIAL, "psychosocial care"),
            entry(Need.LEGAL, "legal aid"),
            entry(Need.MATERIAL, "material help"),
            entry(Need.COMPENSATION_CLAIM, "a claim for compensation"),
            entry(Need.WITNESS_SUPPORT, "support as a witness"),
            entry(NotConfirmedGround.NO_ACT, "no act of trafficking was shown"),
            entry(NotConfirmedGround.NO_MEANS, "no means of trafficking were shown"),
            entry(NotConfirmedGround.NO_PURPOSE, "no purpose of exploitation was shown"),
            entry(NotConfirmedGround.CREDIBLE_OTHER_EXPLANATION, "another explanation is credible"),
            entry(NotConfirmedGround.PERSON_WITHDREW, "the person withdrew"),
            entry(ReferralReason.RETURN_OTHER_RESIDENCE_COUNTRY, "return to another country of residence"),
            entry(ReferralReason.THIRD_COUNTRY_RELOCATION, "relocation to a third country"),
            entry(ReferralReason.SERVICES_UNAVAILABLE, "services are not available"),
            entry(ReferralReason.IDENTIFIED_AT_HOME_EXPLOITED_ABROAD, "identified at home, exploited abroad"),
            entry(ReferralReason.DUBLIN_OR_READMISSION, "the Dublin rules or a readmission"),
            entry(ReferralReason.EMERGENCY_SAFETY, "safety in an emergency"),
            entry(ReferralReason.MISSING_PERSON_SEARCH, "the search for a missing person"),
            entry(ReflectionTermination.RENEWED_CONTACT_WITH_TRAFFICKERS, "renewed contact with the traffickers"),
            entry(
                    ReflectionTermination.VICTIM_STATUS_CLAIMED_IMPROPERLY,
                    "the status of a victim was claimed improperly"),
            entry(ReopeningReason.PERSON_RETURNED_FOR_ASSISTANCE, "the person returned for assistance"),
            entry(ReopeningReason.CONTACT_REGAINED, "contact was regained"),
            entry(ReopeningReason.APPEAL_UPHELD, "an appeal was upheld"),
            entry(SafetyFinding.SAFE, "the person is safe"),
            entry(SafetyFinding.CONCERN, "there is cause for concern"),
            entry(SafetyFinding.ALARM, "the person is in danger"),
            entry(SafetyFinding.UNKNOWN, "it is not known how the person fares"),
            entry(SafetyPlan.STOP_AT_NEXT_SAFE_POINT, "the journey ends at the next safe point"),
            entry(SafetyPlan.RETURN_TO_SENDING_COUNTRY, "the person returns"),
            entry(SafetyPlan.CARE_WHERE_SHE_IS, "the person is cared for on the spot"),
            entry(SafetyPlan.CARE_BY_RECEIVING_COUNTRY, "the receiving country cares for the person"),
            entry(SignaturesVoid.GUARD_TURNED_FALSE, "something does not hold any more"),
            entry(SignaturesVoid.GUARD_LAPSED, "something has lapsed"),
            entry(SignaturesVoid.DEPARTURE_WINDOW_PASSED, "the person did not leave in time"),
            entry(TimeLimit.REASONABLE_GROUNDS, "to decide on reasonable grounds"),
            entry(TimeLimit.REFLECTION, "to recover and reflect"),
            entry(TimeLimit.DRAFT, "to submit the draft"),
            entry(TimeLimit.ACKNOWLEDGEMENT, "to acknowledge the receipt"),
            entry(TimeLimit.EMERGENCY_ACKNOWLEDGEMENT, "to acknowledge the receipt"),
            entry(TimeLimit.DECISION, "to decide"),
            entry(TimeLimit.CHILD_DECISION, "to decide"),
            entry(TimeLimit.INFORMATION, "to answer the questions"),
            entry(TimeLimit.CONDITIONS, "to meet the conditions"),
            entry(TimeLimit.PREPARATION, "to prepare"),
            entry(TimeLimit.DEPARTURE, "to depart"),
            entry(TimeLimit.ARRIVAL, "to confirm the arrival"),
            entry(TimeLimit.INTERRUPTION, "to go on with the journey"),
            entry(TimeLimit.HANDOVER, "to hand over"),
            entry(TimeLimit.MONITORING, "to report how the person fares"),
            entry(TimeLimit.EMERGENCY_REVIEW, "to review what was opened in an emergency"),
            entry(TimeLimit.RETENTION, "to keep what is known of the person"),
            entry(TransferFailure.PERSON_MISSING, "the person is missing"),
            entry(TransferFailure.PERSON_REFUSED, "the person refused"),
            entry(TransferFailure.PERSON_RETURNED, "the person returned"),
            entry(TransferFailure.NOT_RECEIVED, "nobody received the person"),
            entry(TransferFailure.REFUSED_AT_BORDER, "refused at the border"),
            entry(TransferFailure.MEDICAL, "medical reasons"),
            entry(TransferFailure.TRAVEL_IMPOSSIBLE, "travel is impossible"),
            entry(TransferFailure.RISK_EMERGED, "a risk emerged"),
            entry(TransferFailure.DECEASED, "the person died"),
            entry(WithdrawalReason.PERSON_CHANGED_PLANS, "the person changed plans"),
            entry(WithdrawalReason.CIRCUMSTANCES_CHANGED, "circumstances changed"),
            entry(WithdrawalReason.RISK_CHANGED, "the risk changed"),
            entry(WithdrawalReason.OTHER_SOLUTION_FOUND, "another solution was found"),
            entry(WithdrawalReason.DRAFT_DISCARDED, "it is not pursued"),
            entry(WithdrawalReason.CASE_CLOSED, "the case is closed"));

    private Words() {}

    public static String of(Enum<?> code) {
        String plain = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return CODES.getOrDefault(code, plain);
    }

    /** All of them, as {@code a, b and c}. */
    public static String all(Collection<? extends Enum<?>> codes) {
        List<String> words = codes.stream().map(Words::of).toList();
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    static String of(CountryCode country) {
        String article = WITH_ARTICLE.contains(country.value()) ? "the " : "";
        return article + country.displayName();
    }

    public static String of(CitizenshipCode citizenship) {
        String without = WITHOUT_COUNTRY.get(citizenship.value());
        return without == null ? of(CountryCode.of(citizenship.value())) : without;
    }

    public static String of(LanguageCode language) {
        String name = LANGUAGES.get(language.value());
        return name == null ? new Locale(language.value()).getDisplayLanguage(Locale.ENGLISH) : name;
    }
}
