package org.trm.deploy.standalone.journey;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cells of the domain model's table of who may see what (2.6, rows B to I), at every stage of a transfer, for the
 * country that refers her and for the one that receives her: what is asked over HTTP in each role is shown, or withheld.
 */
class WhoMaySeeWhatTest extends Journey {
    /**
     * A column a field. How far it goes: {@code r} once both have signed, {@code c} once the receiving country is
     * responsible, {@code n} never. A row a role: {@code R} may be shown it, {@code a} only in a country that is asked.
     */
    private static final String TABLE = """
            field                      ID PA CO WH TR AC HN HE PS RE AS PR OF PE FA RI
            goes                       r  r  c  c  r  r  r  n  n  r  n  n  n  n  r  r
            NATIONAL_FOCAL_POINT       R  R  R  R  R  R  a  -  -  R  R  -  -  -  R  R
            COMPETENT_AUTHORITY        R  R  R  R  R  R  -  -  -  R  R  R  R  R  R  R
            CHILD_PROTECTION_AUTHORITY R  R  R  R  R  R  R  -  -  R  -  -  -  -  R  R
            POLICE                     R  R  -  -  -  R  -  -  -  -  -  R  R  R  -  -
            PROSECUTOR                 R  R  -  -  -  R  -  -  -  -  -  R  R  R  -  -
            MIGRATION_AUTHORITY        R  R  -  -  -  -  -  -  -  R  R  -  -  -  -  -
            CONSULATE                  R  R  -  -  R  -  -  -  -  -  -  -  -  -  -  -
            NGO_CASE_MANAGER           R  R  R  R  R  R  R  -  -  R  -  -  -  -  R  R
            SHELTER_PROVIDER           R  R  R  R  R  R  R  -  -  R  -  -  -  -  R  R
            HEALTH_PROVIDER            R  R  -  -  -  -  R  R  R  -  -  -  -  -  -  -
            LAWYER_OR_ADVOCATE         R  R  R  R  R  R  R  R  R  R  R  R  R  R  R  R
            GUARDIAN                   R  R  R  R  R  R  R  R  R  R  R  R  -  -  R  R
            IOM_OFFICER                R  R  -  -  R  -  -  -  -  R  -  -  -  -  -  -
            NATIONAL_COORDINATOR       -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            AUDITOR                    -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            DATA_PROTECTION_OFFICER    -  -  -  -  -  -  -  -  -  -  -  -  -  -  -  -
            """;

    private static final List<String> FIELDS = List.of(
            "IDENTITY",
            "PAPERS",
            "CONTACT",
            "WHEREABOUTS",
            "TRAVEL_PLAN",
            "ACCOUNT",
            "HANDOVER_NOTE",
            "HEALTH_NOTE",
            "PSYCHOSOCIAL_NOTE",
            "RESIDENCE",
            "ASYLUM",
            "PROCEEDINGS",
            "OFFENCES",
            "PERPETRATORS",
            "FAMILY",
            "RISK");

    private static final List<List<String>> ROWS =
            TABLE.lines().map(line -> Arrays.asList(line.strip().split(" +"))).toList();
    private static final List<String> GOES = ROWS.get(1).subList(1, 17);
    private static final Map<String, List<String>> ROLES = ROWS.stream()
            .skip(2)
            .collect(toMap(row -> row.get(0), row -> row.subList(1, 17), (a, b) -> a, LinkedHashMap::new));

    /** Those who see a case without being named on it. */
    private static final List<String> FOR_THE_COUNTRY = List.of(
            "NATIONAL_FOCAL_POINT",
            "COMPETENT_AUTHORITY",
            "CHILD_PROTECTION_AUTHORITY",
            "NATIONAL_COORDINATOR",
            "AUDITOR",
            "DATA_PROTECTION_OFFICER");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, Object> NOTHING = Map.of();

    /** What a country may open of a field that goes so far. */
    private interface Opens {
        boolean it(String goes);
    }

    private final Stream.Builder<DynamicTest> cells = Stream.builder();

    @TestFactory
    Stream<DynamicTest> at_every_stage_each_role_sees_what_it_may_and_no_more() {
        Her her = asked();
        look("before acceptance", her, "BG-NCCTHB", false, goes -> true);
        look("before acceptance", her, "RO-ANITP", true, goes -> false);
        bothPrepareAndSign(her);
        look("after READY", her, "BG-NCCTHB", false, goes -> true);
        look("after READY", her, "RO-ANITP", true, goes -> goes.equals("r"));
        bulgaria.recordsDeparture(her);
        romania.confirmsArrival(her);
        bulgaria.acknowledgesTheHandover(her);
        romania.acknowledgesTheHandover(her);
        look("after custody moved", her, "BG-NCCTHB", false, goes -> goes.equals("n"));
        look("after custody moved", her, "RO-ANITP", true, goes -> !goes.equals("n"));
        romania.reports(her, "AFTER_72_HOURS");
        romania.closes(her);
        romania.protectionOfficer.acts(her, "/erasure", Map.of("ground", "DATA_SUBJECT_REQUEST"));
        romania.secondOfficer.acts(her, "/erasure/confirmation", NOTHING);
        erased(her, "BG-NCCTHB");
        erased(her, "RO-ANITP");

        Her another = asked();
        bothPrepareAndSign(another);
        bulgaria.withdrawsConsent(another, "TRANSFER", romania, Map.of());
        look("after withdrawal", another, "BG-NCCTHB", false, goes -> true);
        look("after withdrawal", another, "RO-ANITP", true, goes -> false);
        return cells.build();
    }

    /** All that there may be is recorded of her, and she lets all of it go that may. */
    private Her asked() {
        Her her = identified();
        for (String scope : List.of("ENQUIRY", "TRANSFER")) {
            bulgaria.recordsConsent(her, scope, romania);
        }
        bulgaria.recordsThatSheDiscloses(her, romania, "A", "B", "C", "D", "E", "F", "G", "H", "I");
        bulgaria.assessesTheRiskIn(romania, her, "LOW");
        everythingIsRecorded(her);
        bulgaria.drafts(her, romania);
        bulgaria.submits(her);
        romania.acknowledgesReceipt(her);
        return her;
    }

    private static Map<String, Object> texts(String... fields) {
        return Arrays.stream(fields).collect(toMap(identity(), field -> Map.of("text", "Invented.")));
    }

    private void everythingIsRecorded(Her her) {
        bulgaria.recordsWhoSheIs(her, "Doe");
        bulgaria.focalPoint.acts(
                her,
                "/person",
                Map.of(
                        "papers",
                        Map.of("papers", List.of(Map.of("kind", "PASSPORT", "number", "X0", "issuedBy", "RO"))),
                        "travelPlan",
                        Map.of("route", "From here to there.")));
        bulgaria.authority.acts(her, "/person", texts("account", "residence", "asylum"));
        bulgaria.health.acts(her, "/person", texts("handoverNote", "healthNote", "psychosocialNote"));
        bulgaria.police.acts(her, "/person", texts("proceedings", "offences", "perpetrators"));
        bulgaria.recordsWhatTheCaseManagerKnows(her, texts("family", "risk"));
        bulgaria.recordsWhatTheCaseManagerKnows(
                her,
                Map.of("contact", Map.of("otherwise", "By no means."), "whereabouts", Map.of("address", "Nowhere 1")));
    }

    private void look(String stage, Her her, String organisation, boolean receives, Opens opens) {
        boolean asked = receives && List.of("before acceptance", "after READY").contains(stage);
        // Her country names an organisation of its own when it accepts.
        boolean named = !receives || !stage.equals("before acceptance");
        ROLES.forEach((role, sight) -> {
            Map<String, String> seen = seen(her, role, organisation, "TRANSFER");
            for (int i = 0; i < FIELDS.size(); i++) {
                boolean shown =
                        sight.get(i).equals("R") || asked && sight.get(i).equals("a");
                String expected = !named && !FOR_THE_COUNTRY.contains(role)
                        ? "404"
                        : !shown ? "WITHHELD ROLE" : opens.it(GOES.get(i)) ? "KNOWN" : "WITHHELD NOT_SHARED";
                cell(stage, organisation, role, FIELDS.get(i), seen, expected);
            }
        });
        Map<String, String> onRequest = seen(her, "DATA_PROTECTION_OFFICER", organisation, "DATA_SUBJECT_REQUEST");
        cell(
                stage,
                organisation,
                "DATA_PROTECTION_OFFICER on request",
                "IDENTITY",
                onRequest,
                opens.it("r") ? "KNOWN" : "WITHHELD NOT_SHARED");
        cell(stage, organisation, "DATA_PROTECTION_OFFICER on request", "ACCOUNT", onRequest, "WITHHELD ROLE");
        strangers(stage, her, organisation);
    }

    /** Whose organisation is another, and whose work is with no case at all. */
    private void strangers(String stage, Her her, String organisation) {
        String elsewhere = organisation.substring(0, 2) + "-NGO1";
        for (String role : ROLES.keySet()) {
            if (!FOR_THE_COUNTRY.contains(role)) {
                cell(stage, elsewhere, role, "IDENTITY", seen(her, role, elsewhere, "TRANSFER"), "404");
            }
        }
        for (String role : List.of("NATIONAL_RAPPORTEUR", "SYSTEM_OPERATOR", "DATA_SUBJECT")) {
            cell(stage, organisation, role, "IDENTITY", seen(her, role, organisation, "TRANSFER"), "403");
        }
        cell(
                stage,
                organisation,
                "REGIONAL_COORDINATOR",
                "IDENTITY",
                seen(her, "REGIONAL_COORDINATOR", organisation, "TRANSFER"),
                "404");
    }

    private void erased(Her her, String organisation) {
        allIsTakenIn(her);
        for (String role : ROLES.keySet()) {
            Map<String, String> seen = seen(her, role, organisation, "TRANSFER");
            FIELDS.forEach(field -> cell("after erasure", organisation, role, field, seen, "ERASED"));
        }
    }

    private static void allIsTakenIn(Her her) {
        her.holder().auditor.reads(her.address("/person?purpose=SUPERVISION&atLeastVersion=" + her.version()));
    }

    private void cell(
            String stage, String organisation, String role, String field, Map<String, String> seen, String expected) {
        String actual = seen.getOrDefault(field, seen.get(""));
        cells.add(DynamicTest.dynamicTest(
                String.join(" ", stage, organisation, role, field, expected),
                () -> assertThat(actual).isEqualTo(expected)));
    }

    /** By field; the status alone, under no name, where nothing is answered. */
    private Map<String, String> seen(Her her, String role, String organisation, String purpose) {
        HttpResponse<String> answer = get(her.address("/person?purpose=" + purpose), role, organisation);
        if (answer.statusCode() != 200) {
            return Map.of("", String.valueOf(answer.statusCode()));
        }
        return JsonMapper.shared()
                .readTree(answer.body())
                .path("fields")
                .valueStream()
                .collect(toMap(field -> field.path("field").asString(), WhoMaySeeWhatTest::state));
    }

    private static String state(JsonNode field) {
        return (field.path("state").asString() + " " + field.path("reason").asString("")).strip();
    }

    private HttpResponse<String> get(String path, String role, String organisation) {
        try {
            HttpRequest request = HttpRequest.newBuilder(mechanism.url().resolve(path))
                    .header("Authorization", "Bearer " + token(role, organisation))
                    .build();
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As the issuer of the demo logins would sign it, had it such a login. */
    private String token(String role, String organisation) {
        try {
            ECKey key = ECKey.parse(Files.readString(mechanism.data().resolve("demo-issuer.jwk")));
            Instant now = Instant.now();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .type(new JOSEObjectType("at+jwt"))
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer("https://demo-logins.invalid")
                            .subject(role + organisation)
                            .audience("trm-api")
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(300)))
                            .claim("roles", List.of(role))
                            .claim("country", organisation.substring(0, 2))
                            .claim("org", organisation)
                            .build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
