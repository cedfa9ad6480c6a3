package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A country's mechanism. What it does, the one does whose part that is. */
final class Country {
    /** What an adult needs in these stories. */
    static final List<String> NEEDS = List.of("SHELTER", "MEDICAL", "PSYCHOSOCIAL", "LEGAL");

    private static final Map<String, Object> NOTHING_TO_SAY = Map.of();

    final Person focalPoint;
    final Person authority;
    final Person childProtection;
    final Person police;
    final Person health;
    final Person caseManager;
    final Person coordinator;
    final Person auditor;
    final Person protectionOfficer;
    final Person secondOfficer;

    private final Running mechanism;
    private final String code;
    private final String organisation;

    /** @param organisation the focal point's */
    Country(Running mechanism, String code, String organisation) {
        this.mechanism = mechanism;
        this.code = code;
        this.organisation = organisation;
        this.focalPoint = person("focal-point");
        this.authority = person("authority");
        this.childProtection = person("child-protection");
        this.police = person("police");
        this.health = person("health");
        this.caseManager = person("case-manager");
        this.coordinator = person("coordinator");
        this.auditor = person("auditor");
        this.protectionOfficer = person("protection-officer");
        this.secondOfficer = person("protection-officer-2");
    }

    private Person person(String what) {
        return new Person(mechanism, code.toLowerCase(Locale.ROOT) + "-" + what);
    }

    // The case.

    Her opensACaseOf(String ageBand) {
        Answer opened = focalPoint.posts("/api/cases", opening(ageBand), Map.of());
        assertThat(opened.status()).as("%s", opened).isEqualTo(201);
        Her her = new Her(opened.body().path("caseId").asString(), this);
        her.became(opened.version());
        return her;
    }

    static Map<String, Object> opening(String ageBand) {
        return Map.of(
                "detectionSource",
                "POLICE",
                "minimalDataSet",
                Map.of(
                        "ageBand", ageBand,
                        "gender", "FEMININE",
                        "language", "ron",
                        "citizenship", "RO",
                        "exploitation", "SEXUAL_EXPLOITATION",
                        "needs", List.of("SHELTER", "MEDICAL"),
                        "urgency", "ROUTINE",
                        "riskLevel", "MEDIUM",
                        "legalStayNeed", "CITIZEN_OR_PERMANENT_RESIDENT"));
    }

    void recordsIndicators(Her her) {
        focalPoint.acts(her, "/indicators", Map.of("indicators", List.of("DEBT_BONDAGE", "DOCUMENTS_CONFISCATED")));
    }

    void findsReasonableGrounds(Her her) {
        authority.acts(her, "/reasonable-grounds", Map.of("found", true));
    }

    void grantsReflection(Her her) {
        authority.acts(her, "/reflection-period", Map.of("from", today(), "until", inDays(90)));
    }

    void recordsHerWishToGoOn(Her her) {
        focalPoint.acts(her, "/reflection-period/waiver", NOTHING_TO_SAY);
    }

    void confirmsThatSheIsAVictim(Her her) {
        authority.acts(
                her,
                "/identification",
                Map.of(
                        "confirmed", true,
                        "acts", List.of("RECRUITMENT", "TRANSPORTATION"),
                        "means", List.of("DECEPTION"),
                        "purposes", List.of("SEXUAL_EXPLOITATION")));
    }

    Answer assessesNeeds(Her her, String... needs) {
        return focalPoint.acts(her, "/needs", Map.of("needs", List.of(needs)));
    }

    void closes(Her her) {
        focalPoint.acts(her, "/closure", Map.of("reason", "INCLUSION_ACHIEVED"));
    }

    // What is known of her by name.

    void recordsWhoSheIs(Her her, String familyName) {
        focalPoint.acts(
                her,
                "/person",
                Map.of("identity", new TreeMap<>(Map.of("familyName", familyName, "givenNames", "Synthetic"))));
    }

    /** Her case manager, whose organisation is not named on the case, so that she is not told how far it has come. */
    void recordsWhatTheCaseManagerKnows(Her her, Map<String, ?> fields) {
        Answer answer = caseManager.posts(her.address("/person"), fields, Map.of());
        assertThat(answer.outcome()).as("%s", answer).isEqualTo("200");
        her.became(her.version() + fields.size());
    }

    // What protects a child.

    void appointsAGuardian(Her her) {
        childProtection.acts(her, "/guardian", NOTHING_TO_SAY);
    }

    void findsInHerBestInterests(Her her, Country country) {
        childProtection.acts(
                her,
                "/best-interests",
                Map.of(
                        "outcome", "IN_BEST_INTERESTS",
                        "solution", "RETURN_WITH_CAREGIVER",
                        "country", country.code,
                        "caregiver", "AGREED_AND_ABLE",
                        "guardianHeard", true,
                        "childView", "AGREES"));
    }

    // Consent and risk.

    void recordsConsent(Her her, String scope, Country concerning) {
        focalPoint.acts(her, "/consents", consent(her, scope, concerning, "ADULT"));
    }

    /** She lets all that there is of these classes go to the country's organisation. */
    void recordsThatSheDiscloses(Her her, Country to, String... dataClasses) {
        Map<String, Object> consent = consent(her, "DISCLOSURE", to, "ADULT");
        consent.put("dataClasses", List.of(dataClasses));
        focalPoint.acts(her, "/consents", consent);
    }

    void recordsTheGuardiansConsent(Her her, String scope, Country concerning) {
        Map<String, Object> consent = consent(her, scope, concerning, "GUARDIAN");
        consent.put("childView", "AGREES");
        focalPoint.acts(her, "/consents", consent);
    }

    private static Map<String, Object> consent(Her her, String scope, Country concerning, String holder) {
        Map<String, Object> consent = new LinkedHashMap<>(Map.of(
                "consentId",
                her.consent(scope, concerning),
                "scope",
                scope,
                "country",
                concerning.code,
                "holder",
                holder,
                "language",
                "ron",
                "interpreter",
                true));
        if (scope.equals("DISCLOSURE")) {
            consent.put("organisation", concerning.organisation);
            consent.put("dataClasses", List.of("A", "B", "I"));
            consent.put("purpose", "REFERRAL");
        }
        return consent;
    }

    void withdrawsConsent(Her her, String scope, Country concerning, Map<String, ?> plan) {
        focalPoint.acts(her, "/consents/" + her.consent(scope, concerning) + "/withdrawal", plan);
    }

    void assessesTheRiskIn(Country country, Her her, String level) {
        focalPoint.acts(
                her, "/risk-assessments", Map.of("concerning", country.code, "level", level, "assessedOn", today()));
    }

    // The referral.

    void drafts(Her her, Country to) {
        drafts(her, to, "CUSTODY_TRANSFER", "VOLUNTARY_RETURN");
    }

    void drafts(Her her, Country to, String kind, String reason) {
        focalPoint.acts(
                her,
                "/referrals",
                Map.of(
                        "referralId",
                        her.newReferral(),
                        "kind",
                        kind,
                        "to",
                        to.code,
                        "reason",
                        reason,
                        "urgency",
                        "ROUTINE"));
    }

    void submits(Her her) {
        acts(her, "/submission");
    }

    void acknowledgesReceipt(Her her) {
        acts(her, "/acknowledgement");
    }

    void asks(Her her, String... items) {
        acts(her, "/questions", Map.of("items", List.of(items)));
    }

    void answers(Her her, String... items) {
        acts(her, "/answers", Map.of("items", List.of(items)));
    }

    void accepts(Her her, String... services) {
        acts(her, "/acceptance", acceptance(services));
    }

    Map<String, Object> acceptance(String... services) {
        return Map.of(
                "receivingOrganisation",
                organisation,
                "caseManager",
                UUID.randomUUID().toString(),
                "services",
                List.of(services));
    }

    void declines(Her her, String reason) {
        acts(her, "/decline", Map.of("reason", reason));
    }

    /** Afterwards the story is about the draft that is left to the country that holds the case. */
    void forwards(Her her, Country to) {
        String forwarded = her.address("/referrals/{r}/forwarding");
        String draft = UUID.randomUUID().toString();
        Answer answer = focalPoint.posts(forwarded, Map.of("to", to.code, "draft", draft), Map.of());
        assertThat(answer.done()).as("%s", answer).isTrue();
        her.became(answer.version());
        her.turnTo(draft);
    }

    void withdraws(Her her) {
        acts(her, "/withdrawal", Map.of("reason", "PERSON_CHANGED_PLANS"));
    }

    void deliversTheAnswer(Her her) {
        acts(her, "/answer-delivery", Map.of("answer", "ANSWERED_IN_FULL"));
    }

    // The transfer.

    void confirms(Her her, String... evidence) {
        for (String kind : evidence) {
            acts(her, "/preconditions", Map.of("evidence", kind, "confirmedOn", today()));
        }
    }

    void signsForDeparture(Her her) {
        acts(her, "/departure-authorisation");
    }

    void recordsDeparture(Her her) {
        String arrival = mechanism.now().plus(Duration.ofHours(9)).toString();
        acts(her, "/departure", Map.of("departedOn", today(), "plannedArrival", arrival));
    }

    void confirmsArrival(Her her) {
        acts(her, "/arrival", Map.of("arrivedOn", today()));
    }

    /** Which moves responsibility if the other side has done so: then more is recorded than the acknowledgement. */
    void acknowledgesTheHandover(Her her) {
        long before = her.version();
        acts(her, "/handover");
        if (her.version() > before + 1) {
            her.heldBy(this);
        }
    }

    void reports(Her her, String milestone) {
        acts(
                her,
                "/monitoring-reports",
                Map.of(
                        "milestone",
                        milestone,
                        "contactMade",
                        true,
                        "safety",
                        "SAFE",
                        "servicesDelivered",
                        List.of("SHELTER"),
                        "retraffickingRisk",
                        "LOW"));
    }

    void completes(Her her) {
        acts(her, "/completion");
    }

    private void acts(Her her, String act) {
        acts(her, act, NOTHING_TO_SAY);
    }

    private void acts(Her her, String act, Map<String, ?> body) {
        focalPoint.acts(her, "/referrals/{r}" + act, body);
    }

    // What it sees.

    Sight sees(Her her) {
        return focalPoint.sees(her);
    }

    /** What stood there then. */
    Sight sees(Her her, Object asOf) {
        return focalPoint.sees(her, asOf);
    }

    Letter letter(Her her) {
        return focalPoint.letter(her);
    }

    /** What its focal point finds in the tray of what comes in, or of what went out: of hers, the states. */
    List<String> tray(Her her, String direction) {
        return states(her, direction);
    }

    /** What she found then in the tray of what comes in. */
    List<String> trayAsOf(Her her, Instant then) {
        return states(her, "incoming&asOf=" + then);
    }

    private List<String> states(Her her, String direction) {
        mechanism.settle(her);
        return hers(her, focalPoint.reads("/api/referrals?limit=200&direction=" + direction))
                .map(line -> line.path("state").asString())
                .toList();
    }

    /** For everyone in this country there is no such case, wherever they look and whatever they try. */
    void knowsNothingOf(Her her) {
        mechanism.settle(her);
        for (Person person : List.of(focalPoint, authority, childProtection, caseManager, coordinator, auditor)) {
            Stream.of("", "/referrals", "/timeline", "/custody", "?asOf=1")
                    .map(her::address)
                    .forEach(path -> assertThat(person.gets(path, Map.of()).outcome())
                            .as("%s %s", person, path)
                            .isEqualTo("404 UNKNOWN_CASE"));
            assertThat(hers(her, person.reads("/api/cases?limit=200"))).isEmpty();
            assertThat(hers(her, person.reads("/api/referrals?limit=200"))).isEmpty();
        }
        assertThat(focalPoint
                        .posts(her.address("/needs"), Map.of("needs", NEEDS), Map.of())
                        .outcome())
                .isEqualTo("404 UNKNOWN_CASE");
    }

    private static Stream<JsonNode> hers(Her her, Answer list) {
        return list.body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("caseId").asString().equals(her.caseId()));
    }

    private String today() {
        return mechanism.today().toString();
    }

    private String inDays(int days) {
        LocalDate then = mechanism.today().plusDays(days);
        return then.toString();
    }

    @Override
    public String toString() {
        return code;
    }
}
