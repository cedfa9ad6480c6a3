package org.trm.deploy.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** What the acts of the load and of the copied cases send. */
final class Bodies {
    /** The act that is measured. */
    static final String NEEDS = "{\"needs\":[\"SHELTER\",\"MEDICAL\",\"PSYCHOSOCIAL\",\"LEGAL\"]}";

    private static final String NARRATIVE =
            "{\"text\":\"" + "Nothing of this is about a real person. ".repeat(10) + "\"}";
    static final String EMPTY = "{}";
    static final String GRANT = "{\"found\":true}";
    static final String ITEMS = "{\"items\":[\"NEEDS_DETAIL\",\"TRAVEL_DOCUMENT_STATUS\"]}";
    static final String INDICATORS =
            "{\"indicators\":[\"DECEIVED_ABOUT_JOB_OR_LOCATION\",\"DEBT_BONDAGE\",\"DOCUMENTS_CONFISCATED\"]}";
    static final String VICTIM = "{\"confirmed\":true,\"acts\":[\"RECRUITMENT\",\"TRANSPORTATION\"],"
            + "\"means\":[\"DECEPTION\"],\"purposes\":[\"SEXUAL_EXPLOITATION\"]}";

    /** What is said of nobody. */
    static final String TRAVEL_PLAN = "{\"travelPlan\":{\"route\":\"By air, in the morning, with one change.\"}}";

    static final String IDENTITY =
            "{\"identity\":{\"familyName\":\"Synthetic\",\"givenNames\":\"Person\",\"bornOn\":\"2001-01-01\"}}";

    /** All that may be recorded about a person, by the logins that record it. */
    static final Map<String, String> PERSON = Map.of(
            "bg-focal-point",
            "{\"identity\":{\"familyName\":\"Synthetic\",\"givenNames\":\"Person\",\"bornOn\":\"2001-01-01\"},"
                    + "\"papers\":{\"papers\":[{\"kind\":\"PASSPORT\",\"number\":\"X0000000\",\"issuedBy\":\"RO\"}]}}",
            "bg-authority",
            "{\"account\":" + NARRATIVE + ",\"residence\":" + NARRATIVE + ",\"asylum\":" + NARRATIVE + "}",
            "bg-case-manager",
            "{\"contact\":{\"email\":\"nobody@example.org\"},\"whereabouts\":{\"address\":\"Nowhere 1\"},"
                    + "\"family\":" + NARRATIVE + ",\"risk\":" + NARRATIVE + "}",
            "bg-health",
            "{\"handoverNote\":" + NARRATIVE + ",\"healthNote\":" + NARRATIVE + ",\"psychosocialNote\":" + NARRATIVE
                    + "}",
            "bg-police",
            "{\"proceedings\":" + NARRATIVE + ",\"offences\":" + NARRATIVE + ",\"perpetrators\":" + NARRATIVE + "}");

    /** A document is described by another sealed value. */
    static final String DOCUMENT = "{\"field\":\"PAPERS\",\"title\":\"A page\",\"content\":\"U3ludGhldGljLg==\"}";

    private Bodies() {}

    static String opening(UUID caseId) {
        return """
                {"caseId":"%s","detectionSource":"POLICE","minimalDataSet":{"ageBand":"FROM_24_TO_26",\
                "gender":"FEMININE","language":"ron","citizenship":"RO","exploitation":"SEXUAL_EXPLOITATION",\
                "needs":["SHELTER","MEDICAL"],"urgency":"ROUTINE","riskLevel":"MEDIUM",\
                "legalStayNeed":"CITIZEN_OR_PERMANENT_RESIDENT"},"occurredOn":"%s"}""".formatted(caseId, today());
    }

    static String reflection() {
        return "{\"from\":\"%s\",\"until\":\"%s\"}".formatted(today(), today().plusDays(90));
    }

    static String draft(UUID referralId, String to) {
        return """
                {"referralId":"%s","kind":"CUSTODY_TRANSFER","to":"%s","reason":"VOLUNTARY_RETURN",\
                "urgency":"ROUTINE"}""".formatted(referralId, to);
    }

    static String consent(String scope, String country) {
        return """
                {"consentId":"%s","scope":"%s","country":"%s","holder":"ADULT","language":"ron","interpreter":true}\
                """.formatted(Ids.next(), scope, country);
    }

    static String disclosure(String country, String organisation) {
        return """
                {"consentId":"%s","scope":"DISCLOSURE","country":"%s","organisation":"%s","holder":"ADULT",\
                "language":"ron","interpreter":true,"dataClasses":["A","B","I"],"purpose":"REFERRAL"}""".formatted(Ids.next(), country, organisation);
    }

    static String lowRisk(String concerning) {
        return "{\"concerning\":\"%s\",\"level\":\"LOW\",\"assessedOn\":\"%s\"}".formatted(concerning, today());
    }

    static String acceptance(String organisation) {
        return """
                {"receivingOrganisation":"%s","caseManager":"%s",\
                "services":["SHELTER","MEDICAL","PSYCHOSOCIAL","LEGAL"]}""".formatted(organisation, Ids.next());
    }

    static String evidence(String kind) {
        return "{\"evidence\":\"%s\",\"confirmedOn\":\"%s\"}".formatted(kind, today());
    }

    static String departure() {
        Instant arrival = Instant.now().plus(Duration.ofHours(9));
        return "{\"departedOn\":\"%s\",\"plannedArrival\":\"%s\"}".formatted(today(), arrival);
    }

    static String arrival() {
        return "{\"arrivedOn\":\"%s\"}".formatted(today());
    }

    /** In Germany, where the day begins last of the countries whose officials act: in none it is still to come. */
    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Berlin"));
    }
}
