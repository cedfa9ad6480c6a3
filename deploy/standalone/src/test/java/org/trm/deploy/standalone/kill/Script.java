package org.trm.deploy.standalone.kill;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** The acts of a whole handover from Bulgaria to Romania, in their order. */
final class Script {
    private static final String BG = "bg-focal-point";
    private static final String BG_AUTHORITY = "bg-authority";
    private static final String RO = "ro-focal-point";
    private static final String NOTHING = "{}";

    /** Opens a case; nothing else is done to it by this script. */
    static final Step OPENING = step(BG, "", """
            {"detectionSource": "POLICE", "occurredOn": "{today}", "minimalDataSet": {"ageBand": "FROM_24_TO_26",
             "gender": "FEMININE", "language": "ron", "citizenship": "RO", "exploitation": "SEXUAL_EXPLOITATION",
             "needs": ["SHELTER", "MEDICAL"], "urgency": "ROUTINE", "riskLevel": "MEDIUM",
             "legalStayNeed": "CITIZEN_OR_PERMANENT_RESIDENT"}}""");

    static final Step NEEDS = needs(BG);

    static final List<Step> HANDOVER = List.of(
            OPENING,
            step(BG, "/indicators", "{'indicators': ['DEBT_BONDAGE', 'DOCUMENTS_CONFISCATED']}"),
            step(BG_AUTHORITY, "/reasonable-grounds", "{'found': true, 'occurredOn': '{today}'}"),
            step(BG_AUTHORITY, "/reflection-period", "{'from': '{today}', 'until': '{in 90 days}'}"),
            step(BG, "/reflection-period/waiver", NOTHING),
            step(BG_AUTHORITY, "/identification", """
                    {'confirmed': true, 'acts': ['RECRUITMENT'], 'means': ['DECEPTION'],
                     'purposes': ['SEXUAL_EXPLOITATION']}"""),
            NEEDS,
            step(BG, "/referrals", """
                    {'kind': 'CUSTODY_TRANSFER', 'to': 'RO', 'reason': 'VOLUNTARY_RETURN', 'urgency': 'ROUTINE'}"""),
            consent("ENQUIRY", ""),
            consent("TRANSFER", ""),
            consent("DISCLOSURE", """
                    , 'organisation': 'RO-ANITP', 'dataClasses': ['A', 'B', 'I'], 'purpose': 'REFERRAL'"""),
            risk(BG),
            step(BG, "/referrals/{r}/submission", NOTHING),
            step(RO, "/referrals/{r}/acknowledgement", NOTHING),
            step(RO, "/referrals/{r}/questions", "{'items': ['NEEDS_DETAIL']}"),
            step(BG, "/referrals/{r}/answers", "{'items': ['NEEDS_DETAIL']}"),
            step(RO, "/referrals/{r}/acceptance", """
                    {'receivingOrganisation': 'RO-ANITP', 'caseManager': '6f0bd5a2-8d4c-4f0e-9d7a-3c1a52d0b7e1',
                     'services': ['SHELTER', 'MEDICAL', 'PSYCHOSOCIAL', 'LEGAL']}"""),
            risk(RO),
            confirmed(RO, "NATIONALITY_VERIFIED"),
            confirmed(BG, "PASSPORT"),
            confirmed(BG, "FITNESS_TO_TRAVEL"),
            confirmed(RO, "RECEPTION_ARRANGED"),
            confirmed(BG, "PROCEEDINGS_CHECKED"),
            confirmed(BG, "CONTACT_LIST_GIVEN"),
            step(BG, "/referrals/{r}/departure-authorisation", NOTHING),
            step(RO, "/referrals/{r}/departure-authorisation", NOTHING),
            step(BG, "/referrals/{r}/departure", "{'departedOn': '{today}', 'plannedArrival': '{in 9 hours}'}"),
            step(RO, "/referrals/{r}/arrival", "{'arrivedOn': '{today}'}"),
            step(BG, "/referrals/{r}/handover", NOTHING),
            step(RO, "/referrals/{r}/handover", NOTHING),
            needs(RO));

    /** After this step Romania is responsible. */
    static final int MOVED = 30;

    /**
     * @param path below the case; {@code {r}} stands for the referral
     * @param body written anew whenever the step is taken
     */
    record Step(String login, String path, Supplier<String> body) {}

    private Script() {}

    private static Step step(String login, String path, String body) {
        String json = body.replace('\'', '"');
        return new Step(login, path, () -> dated(json));
    }

    private static Step needs(String login) {
        return step(login, "/needs", "{'needs': ['SHELTER', 'MEDICAL', 'PSYCHOSOCIAL', 'LEGAL']}");
    }

    private static Step consent(String scope, String more) {
        return step(BG, "/consents", """
                {'scope': '%s', 'country': 'RO', 'holder': 'ADULT', 'language': 'ron', 'interpreter': true%s}""".formatted(scope, more));
    }

    private static Step risk(String login) {
        return step(login, "/risk-assessments", "{'concerning': 'RO', 'level': 'LOW', 'assessedOn': '{today}'}");
    }

    private static Step confirmed(String login, String evidence) {
        return step(
                login,
                "/referrals/{r}/preconditions",
                "{'evidence': '%s', 'confirmedOn': '{today}'}".formatted(evidence));
    }

    /** The day is the day in Bulgaria, which may pass while the script is played. */
    private static String dated(String body) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Sofia"));
        return body.replace("{today}", today.toString())
                .replace("{in 90 days}", today.plusDays(90).toString())
                .replace("{in 9 hours}", Instant.now().plus(Duration.ofHours(9)).toString());
    }
}
