package org.trm.command.casefile;

/**
 * Every reason for which the mechanism refuses, with its stable code (the constant's name) and a sentence that says
 * what would have been allowed. Constants are never removed or renamed.
 */
public enum Rule {
    UNKNOWN_CASE(Kind.UNKNOWN, "There is no such case for you: check its id, or ask the country that holds it."),
    UNKNOWN_REFERRAL(Kind.UNKNOWN, "There is no such referral for you in this case."),
    UNKNOWN_CONSENT(Kind.UNKNOWN, "There is no such consent in this case."),
    UNKNOWN_ACCESS(Kind.UNKNOWN, "There is no such emergency access for your country to review in this case."),
    UNKNOWN_DOCUMENT(
            Kind.UNKNOWN,
            "There is no such document in this case for your country to take back, or it was taken back."),
    UNKNOWN_DUPLICATE(
            Kind.UNKNOWN, "Nothing is found about such a case of your country in that country: the list says what is."),
    CASE_ID_UNUSABLE(
            Kind.INVALID, "This case id cannot be used: choose another UUID, or leave it out to be given one."),
    REFERRAL_ID_USED(Kind.INVALID, "This referral id stands in the case already: choose another UUID."),
    CONSENT_ID_USED(Kind.INVALID, "This consent id stands in the case already: choose another UUID."),
    ACCESS_ID_USED(Kind.INVALID, "This access id stands in the case already: choose another UUID."),
    DOCUMENT_ID_USED(Kind.INVALID, "This document id stands in the case already: choose another UUID."),

    VERSION_MISMATCH(Kind.PRECONDITION, "The case has moved on since you read it: read it again, then decide."),
    CLOCK_BEHIND(Kind.UNAVAILABLE, "The clock of this server is behind the case: try again, or another server."),

    CASE_BUSY(Kind.UNAVAILABLE, "Others are changing this case at this moment: try again."),

    NOT_HOLDER(
            Kind.FORBIDDEN,
            "Only a country may do this that is to the case what is listed: HOLDER is responsible for it, FORMER_HOLDER was, "
                    + "ADDRESSED is asked to take it on or has accepted to."),
    NOT_SENDER(Kind.FORBIDDEN, "Only the country that sent the referral may do this."),
    NOT_ADDRESSED(Kind.FORBIDDEN, "Only the country that the referral is addressed to may do this."),
    ORGANISATION_NOT_AUTHORISED(
            Kind.FORBIDDEN,
            "Your organisation is not authorised in your country's mechanism: its focal point can add it."),
    ROLE_NOT_ALLOWED(Kind.FORBIDDEN, "Your role may not do this; the roles that may are listed."),
    ONLY_THE_CLOCK(Kind.FORBIDDEN, "This happens by itself when a time limit passes; nobody may ask for it."),

    NOT_YOUR_DIRECTORY_ENTRY(
            Kind.FORBIDDEN, "Only a country's own focal point publishes what the directory says of that country."),
    DIRECTORY_ENTRY_CHANGED(
            Kind.PRECONDITION, "The country's entry has changed since you read it: read it again, then publish."),
    DIRECTORY_ENTRY_BUSY(Kind.UNAVAILABLE, "Others are changing this entry at this moment: try again."),
    REFERRALS_PAUSED_ALREADY(
            Kind.CONFLICT, "Your country has paused referrals already: there is nothing to do until it resumes them."),
    REFERRALS_NOT_PAUSED(Kind.CONFLICT, "Your country has not paused referrals: there is nothing to resume."),
    PROCEDURE_INCOMPLETE(Kind.INVALID, "A procedure says for every time limit what it allows."),
    LIMIT_MUST_LAPSE(
            Kind.INVALID, "This time limit must say when it lapses: nothing may wait for an answer without an end."),
    LIMIT_NEVER_LAPSES(
            Kind.INVALID, "This time limit only reminds, again and again: a person is waiting, and it never lapses."),
    UNKNOWN_PROCEDURE(
            Kind.INVALID, "The country has published no such version of its procedure: they are counted from 1 on."),
    NO_WORKING_DAY(Kind.INVALID, "A week must have at least one day that is not of the weekend."),

    CASE_CLOSED(Kind.CONFLICT, "The case is closed: reopen it first."),
    PERSON_ERASED(Kind.CONFLICT, "What was known of the person was erased: nothing can be done to this case any more."),
    PERSON_NOT_ERASED(
            Kind.CONFLICT,
            "Only of a person who was erased is anything taken out of the history: two data protection officers erase her first."),
    NOT_AS_SEALED(
            Kind.CONFLICT,
            "Something of this case is not stored as the log sealed it, or is not sealed yet, and could not be proven "
                    + "afterwards: try again in a moment, and look at what the comparison with the log says."),
    CASE_STILL_OPEN(Kind.CONFLICT, "Only when the case is closed may what is known of the person be erased."),
    LEGAL_HOLD_STANDS(
            Kind.CONFLICT,
            "What is known of the person must be kept: she can be forgotten when every country that is named has lifted its hold."),
    LEGAL_HOLD_PLACED(Kind.CONFLICT, "A legal hold of your country stands already: it covers all that it keeps."),
    NO_LEGAL_HOLD(
            Kind.CONFLICT,
            "No legal hold of your country stands: each country lifts its own, and those of others are not yours to lift."),
    ERASURE_REQUESTED(Kind.CONFLICT, "Erasure has been asked for already: another officer confirms it."),
    ERASURE_NOT_REQUESTED(Kind.CONFLICT, "Nobody has asked for erasure: ask for it first."),
    FOUR_EYES_REQUIRED(
            Kind.FORBIDDEN, "Erasure is confirmed by another data protection officer than the one who asked for it."),
    RETENTION_RUNS(
            Kind.CONFLICT,
            "What is known of the person is kept until the moment that is named: before it, erasure needs another ground."),
    CASE_NOT_CLOSED(Kind.CONFLICT, "Only a closed case can be reopened."),
    REFERRAL_UNDER_WAY(
            Kind.CONFLICT,
            "A referral is under way: it must be handed over, withdrawn or ended before the case is closed."),
    REFLECTION_IS_RUNNING(Kind.CONFLICT, "The reflection period is running: the case can be closed when it is over."),

    REVIEW_OUTSTANDING(
            Kind.CONFLICT, "An emergency access waits for its review: the case can be closed when it was reviewed."),
    NOTHING_RELEASED(
            Kind.CONFLICT,
            "Nothing that is known of the person is released to your country, so that no emergency opens it: ask the country that holds the case."),
    EMERGENCY_ACCESS_OPEN(
            Kind.CONFLICT, "An emergency access of yours is open already, until the moment that is named: read by it."),
    EMERGENCY_ACCESS_UNREVIEWED(
            Kind.CONFLICT,
            "An emergency access of yours in this case, which is named, waits for its review: ask a data protection officer for it, or a colleague to open one of her own."),
    EMERGENCY_ACCESS_NOT_JUSTIFIED(
            Kind.FORBIDDEN,
            "An emergency access of yours in this case was found not to be justified: you open no other one here, and a colleague may."),
    ACCESS_REVIEWED(Kind.CONFLICT, "This emergency access has been reviewed already."),
    REVIEWED_BY_ANOTHER(
            Kind.FORBIDDEN, "An emergency access is reviewed by somebody else than the person who opened it."),

    OCCURRED_IN_FUTURE(Kind.INVALID, "A fact cannot have happened in the future."),
    NOTHING_TO_CORRECT(
            Kind.INVALID,
            "A correction names the version at which a fact of the same kind stands uncorrected in this case."),
    NOTHING_RECORDED(Kind.INVALID, "At least one field about the person must be given."),
    FIELD_OF_ANOTHER_ROLE(
            Kind.FORBIDDEN, "This field about the person is recorded by who answers for it; the roles are listed."),
    TOO_MANY_DOCUMENTS(Kind.CONFLICT, "The case has as many documents as a case may have: no more can be attached."),
    EMPTY_LIST(Kind.INVALID, "At least one code must be given."),
    COUNTRY_REQUIRED(Kind.INVALID, "This consent must name the country that it is given for."),
    COUNTRY_NOT_IN_DIRECTORY(Kind.INVALID, "This country has no national mechanism in the directory."),
    ORGANISATION_NOT_IN_COUNTRY(Kind.INVALID, "This organisation is not authorised in that country's mechanism."),
    DISCLOSURE_INCOMPLETE(
            Kind.INVALID, "Consent to disclosure must name an organisation, at least one data class, and a purpose."),

    REASONABLE_GROUNDS_DECIDED(
            Kind.CONFLICT,
            "Reasonable grounds are decided once; they can be looked at again only when none were found."),
    MUST_BE_PRESUMED(
            Kind.CONFLICT, "Reasonable grounds must be found before this, and identification not yet be finished."),
    GROUND_REQUIRED(Kind.INVALID, "A decision that she is not a victim states its ground."),
    MEANS_REQUIRED(Kind.INVALID, "For an adult at least one means of trafficking must be shown."),
    AGE_IS_STICKY(Kind.CONFLICT, "She is treated as a child until her age is verified on evidence: record that first."),
    AGE_CONTRADICTS_BASIS(
            Kind.INVALID, "An age that was verified rests on documents or an assessment, not on this basis."),
    ALREADY_MINOR(Kind.CONFLICT, "She is treated as a child already."),
    MUST_BE_MINOR(Kind.CONFLICT, "This is for a child only."),
    GUARDIAN_REQUIRED(
            Kind.CONFLICT,
            "A child needs an active guardian in the country that holds the case before this: appoint one."),
    GUARDIAN_ALREADY_APPOINTED(Kind.CONFLICT, "This country has an active guardian: end that guardianship first."),
    NO_GUARDIAN(Kind.CONFLICT, "There is no active guardian in this country."),
    GUARDIAN_NOT_HEARD(Kind.INVALID, "The guardian must be heard before a child's best interests are determined."),

    REFLECTION_NOT_OPEN(Kind.CONFLICT, "A reflection period is granted once, after reasonable grounds were found."),
    REFLECTION_TOO_SHORT(Kind.INVALID, "The reflection period must last at least as many days as the procedure says."),
    REFLECTION_NOT_RUNNING(Kind.CONFLICT, "No reflection period is running."),
    REFLECTION_NOT_LONGER(Kind.INVALID, "A reflection period may be lengthened, never shortened."),
    REFLECTION_OVER_ALREADY(Kind.CONFLICT, "The reflection period is over already."),

    WRONG_CONSENT_HOLDER(Kind.INVALID, "An adult consents herself; for a child her guardian does."),
    CHILD_VIEW_REQUIRED(Kind.INVALID, "When a guardian consents, the child's own view must be recorded."),
    CONSENT_ALREADY_WITHDRAWN(Kind.CONFLICT, "This consent has been withdrawn already."),
    CONSENT_REQUIRED(
            Kind.CONFLICT,
            "The person must consent first: to the enquiry or the transfer, for this country; record it."),
    DISCLOSURE_CONSENT_REQUIRED(
            Kind.CONFLICT, "The person must first consent that her data go to this country for a referral: record it."),

    REFERRAL_TO_HOLDER(Kind.INVALID, "A referral goes to another country than the one that holds the case."),
    FORWARDED_TO_A_PARTY(
            Kind.INVALID, "A referral is forwarded to a country other than yours and the one that sent it to you."),
    COUNTRY_TAKES_NO_REFERRALS(
            Kind.CONFLICT, "That country takes no referrals now: it has no active focal point, or has paused them."),
    TRANSFER_ALREADY_LIVE(
            Kind.CONFLICT,
            "Another transfer of this case is under way: end it before drafting or forwarding to a second."),
    RISK_UNACCEPTABLE(
            Kind.CONFLICT,
            "The risk in that country was found unacceptable: no referral until a new assessment supersedes it."),
    ONLY_FOR_TRANSFERS(
            Kind.CONFLICT,
            "This step belongs to transfers of custody; this referral asks for information or a service."),
    ONLY_FOR_INFORMATION(
            Kind.CONFLICT, "This step belongs to information or service referrals; this one transfers custody."),
    MUST_BE_DRAFT(Kind.CONFLICT, "Only a draft can be submitted."),
    MUST_AWAIT_ACKNOWLEDGEMENT(
            Kind.CONFLICT, "Only a submitted referral that nobody has acknowledged can be acknowledged."),
    MUST_BE_UNDECIDED(
            Kind.CONFLICT, "Information can be requested while the referral is submitted or received, and not later."),
    MUST_AWAIT_INFORMATION(Kind.CONFLICT, "Information can be supplied only while it is asked for."),
    INFORMATION_INCOMPLETE(Kind.INVALID, "Every item that was asked for must be supplied; what is missing is listed."),
    MUST_BE_RECEIVED(Kind.CONFLICT, "The receipt must have been acknowledged, and no decision made yet."),
    MUST_AWAIT_DECISION(
            Kind.CONFLICT,
            "A referral is accepted or declined after its receipt, once, while no information is outstanding."),
    MUST_BE_CONDITIONALLY_ACCEPTED(Kind.CONFLICT, "Conditions can be met only while an acceptance waits for them."),
    CONDITION_NOT_OPEN(Kind.CONFLICT, "This is not an open condition of the acceptance; the open ones are listed."),
    CONDITIONS_OPEN(Kind.CONFLICT, "Conditions of the acceptance are still open; they are listed."),
    MUST_BE_ACCEPTED(Kind.CONFLICT, "An answer is delivered to an accepted referral, once."),
    MUST_BE_IN_PREPARATION(
            Kind.CONFLICT, "This is possible from the acceptance until departure, and not before or after."),
    EVIDENCE_OF_OTHER_SIDE(Kind.FORBIDDEN, "The other side answers for this evidence."),
    EVIDENCE_LAPSED(Kind.INVALID, "Evidence must still be valid when it is recorded."),
    EVIDENCE_NOT_CONFIRMED(Kind.CONFLICT, "This evidence is not confirmed, so that it cannot be revoked."),
    MUST_BE_PREPARING(Kind.CONFLICT, "Departure is authorised while the transfer is being prepared."),
    ALREADY_SIGNED(Kind.CONFLICT, "Your side has signed: the other side's focal point must sign now."),
    SAME_SIGNATORY(Kind.CONFLICT, "The two sides must sign by two different people."),
    IDENTIFICATION_PENDING(
            Kind.CONFLICT,
            "Identification is not finished: nobody is moved before the conclusive decision (CoE Convention art. 10)."),
    CONSENT_TO_TRANSFER_MISSING(Kind.CONFLICT, "G-1: valid consent to the transfer to this country is missing."),
    CONSENT_TO_DISCLOSURE_MISSING(
            Kind.CONFLICT,
            "G-2: valid consent to disclosure naming this country and the receiving organisation is missing."),
    RISK_NOT_ASSESSED(
            Kind.CONFLICT,
            "G-3: each side must hold a valid risk assessment of the receiving country that is not unacceptable."),
    BEST_INTERESTS_NOT_SHOWN(
            Kind.CONFLICT,
            "G-4: for a child, best interests in this country, an able caregiver and a guardian there are needed."),
    LEGAL_STAY_NOT_SHOWN(
            Kind.CONFLICT, "G-5: the receiving side must confirm nationality, residence or another legal stay."),
    TRAVEL_DOCUMENT_MISSING(Kind.CONFLICT, "G-6: the sending side must confirm a travel document."),
    SERVICES_UNCONFIRMED(Kind.CONFLICT, "G-7: the receiving side must confirm a service for every mandatory need."),
    RECEPTION_UNCONFIRMED(
            Kind.CONFLICT,
            "G-8: reception and fitness to travel must be confirmed, and an escort for a child or where her health asks for one."),
    REFLECTION_OR_PROCEEDINGS_OPEN(
            Kind.CONFLICT,
            "G-9: the reflection period must be over, or the victim herself have asked to go on; and the sending side must confirm that pending proceedings were checked and the prosecutor heard."),
    CONTACT_LIST_MISSING(Kind.CONFLICT, "G-10: she must hold a contact list of structures in the receiving country."),
    TRANSFER_BASIS_MISSING(
            Kind.CONFLICT, "G-11: a basis for sending data outside the European Economic Area is missing."),
    MUST_BE_READY(
            Kind.CONFLICT, "Departure is recorded once both focal points have signed, and while the signatures stand."),
    DEPARTURE_WINDOW_PASSED(Kind.CONFLICT, "The time to depart after signing has passed: both sides must sign again."),
    DEPARTURE_BEFORE_SIGNATURES(
            Kind.INVALID, "She cannot have left before both focal points had signed: state the day on which she left."),
    ARRIVAL_BEFORE_DEPARTURE(Kind.INVALID, "An arrival, planned or confirmed, must not be before the departure."),
    ARRIVAL_TOO_FAR(
            Kind.INVALID,
            "A journey is planned to end within the days that are stated, so that nobody who does not arrive is missed late."),
    MUST_BE_IN_TRANSIT(Kind.CONFLICT, "An incident is recorded while she is in transit."),
    MUST_BE_INTERRUPTED(Kind.CONFLICT, "Only an interrupted journey can be resumed."),
    MUST_BE_ON_THE_WAY(Kind.CONFLICT, "Arrival is confirmed once, after the departure."),
    MUST_HAVE_ARRIVED(Kind.CONFLICT, "The handover is acknowledged after the arrival was confirmed."),
    ALREADY_ACKNOWLEDGED(Kind.CONFLICT, "Your side has acknowledged the handover: the other side must do so now."),
    RECEIVING_GUARDIAN_REQUIRED(
            Kind.CONFLICT,
            "A child is handed over only to a country that has appointed a guardian: appoint one there."),
    MUST_BE_HANDED_OVER(Kind.CONFLICT, "Monitoring begins after the handover and ends with the referral."),
    MILESTONE_NOT_NEXT(Kind.CONFLICT, "Monitoring reports are filed or waived in their order; the next one is named."),
    MONITORING_OPEN(Kind.CONFLICT, "Every monitoring report must be filed or waived before the referral is completed."),
    MUST_BE_MONITORING(Kind.CONFLICT, "A referral is completed after its monitoring."),
    CANNOT_WITHDRAW(
            Kind.CONFLICT, "A referral is withdrawn before the departure; after it, a transfer fails or arrives."),
    CANNOT_FAIL(Kind.CONFLICT, "A transfer can fail from the moment it is ready until the handover.");

    /** What a refusal means to a client; each has one HTTP status. */
    public enum Kind {
        UNKNOWN,
        FORBIDDEN,
        CONFLICT,
        INVALID,
        PRECONDITION,
        UNAVAILABLE
    }

    private final Kind kind;
    private final String sentence;

    Rule(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    public Kind kind() {
        return kind;
    }

    /** Says what would have been allowed; names no person and no case. */
    public String sentence() {
        return sentence;
    }
}
