package org.trm.deploy.benchmarks;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A case that is handed from Bulgaria to another country, by what the focal points do over HTTP.
 *
 * @param asked a moment at which the other country had been asked and had not answered
 */
record Story(String caseId, String referralId, Instant asked) {

    static Story told(Requests requests, String country, String organisation) throws IOException {
        UUID caseId = Ids.next();
        UUID referralId = Ids.next();
        try (Client holder = requests.client(Requests.HOLDER);
                Client authority = requests.client("bg-authority");
                Client receiver = requests.client(country.toLowerCase(Locale.ROOT) + "-focal-point")) {
            String path = "/api/cases/" + caseId;
            String referral = path + "/referrals/" + referralId;
            holder.post("/api/cases", Bodies.opening(caseId));
            identify(holder, authority, path);
            holder.post(path + "/referrals", Bodies.draft(referralId, country));
            consent(holder, path, country, organisation);
            holder.post(referral + "/submission", Bodies.EMPTY);
            Instant asked = Instant.now();
            decide(holder, receiver, path, referral, country, organisation);
            prepare(holder, receiver, referral);
            move(holder, receiver, referral);
            receiver.post(path + "/needs", Bodies.NEEDS);
            return new Story(caseId.toString(), referralId.toString(), asked);
        }
    }

    private static void identify(Client holder, Client authority, String path) throws IOException {
        holder.post(path + "/indicators", Bodies.INDICATORS);
        authority.post(path + "/reasonable-grounds", Bodies.GRANT);
        authority.post(path + "/reflection-period", Bodies.reflection());
        holder.post(path + "/reflection-period/waiver", Bodies.EMPTY);
        authority.post(path + "/identification", Bodies.VICTIM);
        holder.post(path + "/needs", Bodies.NEEDS);
    }

    private static void consent(Client holder, String path, String country, String organisation) throws IOException {
        holder.post(path + "/consents", Bodies.consent("ENQUIRY", country));
        holder.post(path + "/consents", Bodies.consent("TRANSFER", country));
        holder.post(path + "/consents", Bodies.disclosure(country, organisation));
        holder.post(path + "/risk-assessments", Bodies.lowRisk(country));
    }

    private static void decide(
            Client holder, Client receiver, String path, String referral, String country, String organisation)
            throws IOException {
        receiver.post(referral + "/acknowledgement", Bodies.EMPTY);
        receiver.post(referral + "/questions", Bodies.ITEMS);
        holder.post(referral + "/answers", Bodies.ITEMS);
        receiver.post(referral + "/acceptance", Bodies.acceptance(organisation));
        receiver.post(path + "/risk-assessments", Bodies.lowRisk(country));
    }

    private static void prepare(Client holder, Client receiver, String referral) throws IOException {
        receiver.post(referral + "/preconditions", Bodies.evidence("NATIONALITY_VERIFIED"));
        holder.post(referral + "/preconditions", Bodies.evidence("PASSPORT"));
        holder.post(referral + "/preconditions", Bodies.evidence("FITNESS_TO_TRAVEL"));
        receiver.post(referral + "/preconditions", Bodies.evidence("RECEPTION_ARRANGED"));
        holder.post(referral + "/preconditions", Bodies.evidence("PROCEEDINGS_CHECKED"));
        holder.post(referral + "/preconditions", Bodies.evidence("CONTACT_LIST_GIVEN"));
        holder.post(referral + "/departure-authorisation", Bodies.EMPTY);
        receiver.post(referral + "/departure-authorisation", Bodies.EMPTY);
    }

    private static void move(Client holder, Client receiver, String referral) throws IOException {
        holder.post(referral + "/departure", Bodies.departure());
        receiver.post(referral + "/arrival", Bodies.arrival());
        holder.post(referral + "/handover", Bodies.EMPTY);
        receiver.post(referral + "/handover", Bodies.EMPTY);
    }
}
