package org.trm.deploy.play;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The JSON objects that the acts of the play send. */
final class Body {
    /** For an act that needs no words. */
    static final Map<String, Object> EMPTY = Map.of();

    private static final List<String> NEEDS = List.of("SHELTER", "MEDICAL", "PSYCHOSOCIAL", "LEGAL");

    private Body() {}

    /** @param namesAndValues a name, its value, the next name, and so on */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return body;
    }

    /** A case of a person in this age band, as the police meet her. */
    static Map<String, Object> opening(String ageBand) {
        Map<String, Object> minimalDataSet = of(
                "ageBand", ageBand,
                "gender", "FEMININE",
                "language", "ron",
                "citizenship", "RO",
                "exploitation", "SEXUAL_EXPLOITATION",
                "needs", List.of("SHELTER", "MEDICAL"),
                "urgency", "ROUTINE",
                "riskLevel", "MEDIUM",
                "legalStayNeed", "CITIZEN_OR_PERMANENT_RESIDENT");
        return of("detectionSource", "POLICE", "minimalDataSet", minimalDataSet, "occurredOn", today().toString());
    }

    static Map<String, Object> indicators() {
        return of("indicators", List.of("DECEIVED_ABOUT_JOB_OR_LOCATION", "DEBT_BONDAGE", "DOCUMENTS_CONFISCATED"));
    }

    static Map<String, Object> grounds() {
        return of("found", true, "occurredOn", today().toString());
    }

    static Map<String, Object> reflection() {
        return of("from", today().toString(), "until", today().plusDays(90).toString());
    }

    static Map<String, Object> victim() {
        return of(
                "confirmed", true,
                "acts", List.of("RECRUITMENT", "TRANSPORTATION"),
                "means", List.of("DECEPTION"),
                "purposes", List.of("SEXUAL_EXPLOITATION"));
    }

    static Map<String, Object> needs() {
        return of("needs", NEEDS);
    }

    /** Of nobody. */
    static Map<String, Object> identity() {
        return of("identity", of("familyName", "Synthetic", "givenNames", "Person", "bornOn", "2001-01-01"));
    }

    /** With a field that no act has: nobody is named here. */
    static Map<String, Object> needsAndAName() {
        return of("needs", NEEDS, "name", "X");
    }

    /** An adult's consent that concerns Romania. */
    static Map<String, Object> consent(String scope) {
        Map<String, Object> consent = of(
                "consentId",
                UUID.randomUUID().toString(),
                "scope",
                scope,
                "country",
                "RO",
                "holder",
                "ADULT",
                "language",
                "ron",
                "interpreter",
                true);
        if (scope.equals("DISCLOSURE")) {
            consent.putAll(
                    of("organisation", "RO-ANITP", "dataClasses", List.of("A", "B", "I"), "purpose", "REFERRAL"));
        }
        return consent;
    }

    static Map<String, Object> lowRiskInRomania() {
        return of("concerning", "RO", "level", "LOW", "assessedOn", today().toString());
    }

    static Map<String, Object> draft(String referralId) {
        return of(
                "referralId", referralId,
                "kind", "CUSTODY_TRANSFER",
                "to", "RO",
                "reason", "VOLUNTARY_RETURN",
                "urgency", "ROUTINE");
    }

    static Map<String, Object> items() {
        return of("items", List.of("NEEDS_DETAIL", "TRAVEL_DOCUMENT_STATUS"));
    }

    static Map<String, Object> acceptance() {
        return of(
                "receivingOrganisation",
                "RO-ANITP",
                "caseManager",
                UUID.randomUUID().toString(),
                "services",
                NEEDS);
    }

    static Map<String, Object> evidence(String kind) {
        return of("evidence", kind, "confirmedOn", today().toString());
    }

    static Map<String, Object> departure() {
        Instant arrival = Instant.now().plus(Duration.ofHours(9));
        return of("departedOn", today().toString(), "plannedArrival", arrival.toString());
    }

    static Map<String, Object> arrival() {
        return of("arrivedOn", today().toString());
    }

    /** Where she is when the play begins, and where she goes, it is the same day; it may pass while the play goes on. */
    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Sofia"));
    }
}
