package org.trm.deploy.play;

import static org.trm.deploy.play.Login.BULGARIA;
import static org.trm.deploy.play.Login.BULGARIAN_AUTHORITY;
import static org.trm.deploy.play.Login.COORDINATOR;
import static org.trm.deploy.play.Login.GERMANY;
import static org.trm.deploy.play.Login.ROMANIA;

import java.io.IOException;

/** The script: a line for each step, with who acts and the state that follows, and for each refusal with its code. */
final class Handover {
    private final Stage on;

    Handover(Stage stage) {
        this.on = stage;
    }

    void play() throws IOException, InterruptedException {
        on.begins();
        identification();
        consent();
        decision();
        preconditions();
        journey();
        custody();
        on.looksBack("BG", "RO");
    }

    private void identification() throws IOException, InterruptedException {
        on.chapter("Bulgaria meets a woman who may be a victim of trafficking");
        on.act(BULGARIA, "opens a case", "", Body.opening("FROM_24_TO_26"), "DETECTED");
        on.repeated();
        on.refusedAsKeyReused("uses that key for another case", Body.opening("FROM_9_TO_17"));
        on.act(BULGARIA, "records indicators of trafficking", "/indicators", Body.indicators(), "DETECTED");
        on.refused(
                BULGARIA, "finds reasonable grounds", "/reasonable-grounds", Body.grounds(), 403, "ROLE_NOT_ALLOWED");
        on.act(BULGARIAN_AUTHORITY, "finds reasonable grounds", "/reasonable-grounds", Body.grounds(), "PRESUMED");
        on.act(BULGARIAN_AUTHORITY, "grants time to reflect", "/reflection-period", Body.reflection(), "PRESUMED");
        on.act(BULGARIA, "records her wish to go on", "/reflection-period/waiver", Body.EMPTY, "PRESUMED");
        on.act(BULGARIAN_AUTHORITY, "confirms that she is a victim", "/identification", Body.victim(), "CONFIRMED");
        on.act(BULGARIA, "assesses her needs", "/needs", Body.needs(), "CONFIRMED");
        on.act(BULGARIA, "records who she is, sealed", "/person", Body.identity(), "CONFIRMED");
        on.shown(BULGARIA, "asks who she is", "KNOWN");
        on.refused(BULGARIA, "sends a field that is unknown", "/needs", Body.needsAndAName(), 422, "CONTENT_INVALID");
        on.refusedAsLate(BULGARIA, "acts on what it read before", "/needs", Body.needs());
    }

    private void consent() throws IOException, InterruptedException {
        on.chapter("She wishes to go home to Romania, and Bulgaria asks");
        on.act(BULGARIA, "drafts a referral to Romania", "/referrals", Body.draft(on.referral()), "DRAFT");
        on.hidden(ROMANIA, "looks for a case that it was not asked about");
        on.refused(BULGARIA, "submits it", "/referrals/{r}/submission", Body.EMPTY, 409, "CONSENT_REQUIRED");
        on.act(BULGARIA, "records her consent to the enquiry", "/consents", Body.consent("ENQUIRY"), "DRAFT");
        on.act(BULGARIA, "records her consent to the transfer", "/consents", Body.consent("TRANSFER"), "DRAFT");
        on.act(BULGARIA, "records her consent to disclosure", "/consents", Body.consent("DISCLOSURE"), "DRAFT");
        on.act(BULGARIA, "assesses the risk in Romania", "/risk-assessments", Body.lowRiskInRomania(), "DRAFT");
        on.act(BULGARIA, "submits the referral", "/referrals/{r}/submission", Body.EMPTY, "SUBMITTED");
        on.hidden(GERMANY, "looks for a case that is not its own");
    }

    private void decision() throws IOException, InterruptedException {
        on.chapter("Romania decides");
        on.refused(
                ROMANIA, "accepts unread", "/referrals/{r}/acceptance", Body.acceptance(), 409, "MUST_AWAIT_DECISION");
        on.act(ROMANIA, "acknowledges the receipt", "/referrals/{r}/acknowledgement", Body.EMPTY, "RECEIVED");
        on.act(ROMANIA, "asks a question", "/referrals/{r}/questions", Body.items(), "INFO_REQUESTED");
        on.act(BULGARIA, "answers", "/referrals/{r}/answers", Body.items(), "RECEIVED");
        on.refused(BULGARIA, "accepts", "/referrals/{r}/acceptance", Body.acceptance(), 403, "NOT_ADDRESSED");
        on.refused(ROMANIA, "acts as if it held the case", "/needs", Body.needs(), 403, "NOT_HOLDER");
        on.refused(COORDINATOR, "acts", "/needs", Body.needs(), 403, "ROLE_NOT_ALLOWED");
        on.act(ROMANIA, "accepts", "/referrals/{r}/acceptance", Body.acceptance(), "ACCEPTED");
        on.shown(ROMANIA, "asks who she is", "WITHHELD");
    }

    private void preconditions() throws IOException, InterruptedException {
        on.chapter("Both prepare, and both sign");
        on.act(ROMANIA, "assesses the risk at home", "/risk-assessments", Body.lowRiskInRomania(), "ACCEPTED");
        confirms(ROMANIA, "confirms her nationality", "NATIONALITY_VERIFIED");
        signsTooEarly("TRAVEL_DOCUMENT_MISSING");
        confirms(BULGARIA, "confirms her passport", "PASSPORT");
        confirms(BULGARIA, "confirms that she is fit to travel", "FITNESS_TO_TRAVEL");
        signsTooEarly("RECEPTION_UNCONFIRMED");
        confirms(ROMANIA, "confirms her reception", "RECEPTION_ARRANGED");
        signsTooEarly("REFLECTION_OR_PROCEEDINGS_OPEN");
        confirms(BULGARIA, "confirms that proceedings were checked", "PROCEEDINGS_CHECKED");
        confirms(BULGARIA, "confirms that she has a contact list", "CONTACT_LIST_GIVEN");
        on.refused(
                BULGARIA, "sends her off unsigned", "/referrals/{r}/departure", Body.departure(), 409, "MUST_BE_READY");
        on.act(BULGARIA, "signs for departure", "/referrals/{r}/departure-authorisation", Body.EMPTY, "PREPARING");
        on.act(ROMANIA, "signs for departure", "/referrals/{r}/departure-authorisation", Body.EMPTY, "READY");
        on.shown(ROMANIA, "asks who she is, who will be met", "KNOWN");
    }

    private void confirms(Login who, String act, String evidence) throws IOException, InterruptedException {
        on.act(who, act, "/referrals/{r}/preconditions", Body.evidence(evidence), "PREPARING");
    }

    private void signsTooEarly(String missing) throws IOException, InterruptedException {
        on.refused(BULGARIA, "signs", "/referrals/{r}/departure-authorisation", Body.EMPTY, 409, missing);
    }

    private void journey() throws IOException, InterruptedException {
        on.chapter("She travels");
        on.act(BULGARIA, "records her departure", "/referrals/{r}/departure", Body.departure(), "IN_TRANSIT");
        on.refused(BULGARIA, "hands over", "/referrals/{r}/handover", Body.EMPTY, 409, "MUST_HAVE_ARRIVED");
        on.act(ROMANIA, "confirms her arrival", "/referrals/{r}/arrival", Body.arrival(), "ARRIVED");
    }

    private void custody() throws IOException, InterruptedException {
        on.chapter("Responsibility moves");
        on.act(BULGARIA, "acknowledges the handover", "/referrals/{r}/handover", Body.EMPTY, "ARRIVED");
        on.refused(
                BULGARIA,
                "does so for Romania too",
                "/referrals/{r}/handover",
                Body.EMPTY,
                409,
                "ALREADY_ACKNOWLEDGED");
        on.act(ROMANIA, "acknowledges the handover", "/referrals/{r}/handover", Body.EMPTY, "HANDED_OVER");
        on.shown(BULGARIA, "asks who she is once more", "WITHHELD");
        on.refused(BULGARIA, "acts on the case once more", "/needs", Body.needs(), 403, "NOT_HOLDER");
        on.act(ROMANIA, "assesses her needs", "/needs", Body.needs(), "HANDED_OVER");
    }
}
