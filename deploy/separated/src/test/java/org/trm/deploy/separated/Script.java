package org.trm.deploy.separated;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The acts of a whole handover from Bulgaria to Romania, in their order. */
final class Script {
    private static final Login BG = Login.BG_FOCAL_POINT;
    private static final Login BG_AUTHORITY = Login.BG_AUTHORITY;
    private static final Login RO = Login.RO_FOCAL_POINT;
    private static final String NOTHING = "{}";

    /** Opens a case. */
    static final Step OPENING = step(BG, "", """
            {'detectionSource': 'POLICE', 'occurredOn': '{today}', 'minimalDataSet': {'ageBand': 'FROM_24_TO_26',
             'gender': 'FEMININE', 'language': 'ron', 'citizenship': 'RO', 'exploitation': 'SEXUAL_EXPLOITATION',
             'needs': ['SHELTER', 'MEDICAL'], 'urgency': 'ROUTINE', 'riskLevel': 'MEDIUM',
             'legalStayNeed': 'CITIZEN_OR_PERMANENT_RESIDENT'}}""");

    /** Only the country that is responsible records these. */
    static final Step NEEDS_IN_BG = needs(BG);

    static final Step NEEDS_IN_RO = needs(RO);

    static final Step DEPARTURE =
            step(BG, "/referrals/{r}/departure", "{'departedOn': '{today}', 'plannedArrival': '{arrival}'}");

    /** By this one Romania becomes responsible. */
    static final Step HANDOVER = step(RO, "/referrals/{r}/handover", NOTHING);

    /** Everything up to the departure, which is the last step. */
    static final List<Step> TO_THE_DEPARTURE = List.of(
            OPENING,
            step(BG, "/indicators", "{'indicators': ['DEBT_BONDAGE', 'DOCUMENTS_CONFISCATED']}"),
            step(BG_AUTHORITY, "/reasonable-grounds", "{'found': true, 'occurredOn': '{today}'}"),
            step(BG_AUTHORITY, "/reflection-period", "{'from': '{today}', 'until': '{in 90 days}'}"),
            step(BG, "/reflection-period/waiver", NOTHING),
            step(BG_AUTHORITY, "/identification", """
                    {'confirmed': true, 'acts': ['RECRUITMENT'], 'means': ['DECEPTION'],
                     'purposes': ['SEXUAL_EXPLOITATION']}"""),
            NEEDS_IN_BG,
            step(BG, "/referrals", """
                    {'kind': 'CUSTODY_TRANSFER', 'to': 'RO', 'reason': 'VOLUNTARY_RETURN', 'urgency': 'ROUTINE'}"""),
            consent("ENQUIRY", ""),
            consent("TRANSFER", ""),
            consent("DISCLOSURE", """
                    , 'organisation': 'RO-ANITP', 'dataClasses': ['A', 'B', 'I'], 'purpose': 'REFERRAL'"""),
            risk(BG),
            step(BG, "/referrals/{r}/submission", NOTHING),
            step(RO, "/referrals/{r}/acknowledgement", NOTHING),
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
            DEPARTURE);

    /** From there until Romania alone has to sign. */
    static final List<Step> TO_THE_LAST_SIGNATURE = List.of(
            step(RO, "/referrals/{r}/arrival", "{'arrivedOn': '{today}'}"),
            step(BG, "/referrals/{r}/handover", NOTHING));

    /**
     * @param path below the case; {@code {r}} stands for the referral
     * @param body in which single quotes stand for double ones
     */
    record Step(Login login, String path, String body) {
        /** @param arrival when she is to arrive */
        String body(Clock clock, Instant arrival) {
            // The day is the day in Bulgaria.
            LocalDate today = LocalDate.ofInstant(clock.instant(), Region.SOFIA);
            return body.replace('\'', '"')
                    .replace("{today}", today.toString())
                    .replace("{in 90 days}", today.plusDays(90).toString())
                    .replace("{arrival}", arrival.toString());
        }
    }

    private Script() {}

    /** Long enough that nobody misses her while we try. */
    static Instant inTime(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(9));
    }

    private static Step step(Login login, String path, String body) {
        return new Step(login, path, body);
    }

    private static Step needs(Login login) {
        return step(login, "/needs", "{'needs': ['SHELTER', 'MEDICAL', 'PSYCHOSOCIAL', 'LEGAL']}");
    }

    private static Step consent(String scope, String more) {
        return step(BG, "/consents", """
                {'scope': '%s', 'country': 'RO', 'holder': 'ADULT', 'language': 'ron', 'interpreter': true%s}""".formatted(scope, more));
    }

    private static Step risk(Login login) {
        return step(login, "/risk-assessments", "{'concerning': 'RO', 'level': 'LOW', 'assessedOn': '{today}'}");
    }

    private static Step confirmed(Login login, String evidence) {
        return step(
                login,
                "/referrals/{r}/preconditions",
                "{'evidence': '%s', 'confirmedOn': '{today}'}".formatted(evidence));
    }
}
