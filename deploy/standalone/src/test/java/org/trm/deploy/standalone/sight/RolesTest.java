package org.trm.deploy.standalone.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trm.command.casefile.Countries;
import org.trm.events.DirectoryEvent.NetworkFormed;
import org.trm.events.types.NetworkId;
import org.trm.events.types.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each role sees of a case that its country holds (domain model 2.6, row A), by letters: the <b>S</b>tatus, what is
 * known of the <b>P</b>erson, the <b>R</b>eferrals and <b>Q</b> what is said in them of her, the <b>T</b>imeline and the
 * <b>D</b>etail in it, the <b>C</b>ustody chain, the line in the <b>L</b>ist of cases, those in the <b>I</b>nbox.
 */
class RolesTest {
    private static final String EVERYTHING = "SPRQTDCLI";

    private static final JsonMapper JSON = JsonMapper.shared();

    private static Looking looking;

    @BeforeAll
    static void tell() {
        looking = Looking.at(Map.of("beside", Tellings.ALL.get("beside")));
        looking.log().append("SEE", 0, new NetworkFormed(new NetworkId("SEE"), Set.of(Countries.BG, Countries.RO)));
        looking.log().append("FAR", 0, new NetworkFormed(new NetworkId("FAR"), Set.of(Countries.AL)));
    }

    @AfterAll
    static void close() {
        looking.close();
    }

    /** Role, what it sees when its organisation is named on the case, and what when another one is. */
    static Stream<String> table() {
        return """
                NATIONAL_FOCAL_POINT | SPRQTDCLI | SPRQTDCLI
                COMPETENT_AUTHORITY | SPRQTDCLI | SPRQTDCLI
                CHILD_PROTECTION_AUTHORITY | SPRQTDCLI | SPRQTDCLI
                POLICE | SPRQTDCLI | nothing
                PROSECUTOR | SPRQTDCLI | nothing
                MIGRATION_AUTHORITY | SPRQTDCLI | nothing
                CONSULATE | SPRQTDCLI | nothing
                NGO_CASE_MANAGER | SPRQTDCLI | nothing
                SHELTER_PROVIDER | SPRQTDCLI | nothing
                LAWYER_OR_ADVOCATE | SPRQTDCLI | nothing
                GUARDIAN | SPRQTDCLI | nothing
                IOM_OFFICER | SPRQTDCLI | nothing
                HEALTH_PROVIDER | SCL | nothing
                NATIONAL_COORDINATOR | SRCLI | SRCLI
                AUDITOR | SRTCLI | SRTCLI
                DATA_PROTECTION_OFFICER | SRTCLI | SRTCLI
                REGIONAL_COORDINATOR | nothing | nothing
                NATIONAL_RAPPORTEUR | refused | refused
                SYSTEM_OPERATOR | refused | refused
                DATA_SUBJECT | refused | refused
                """.lines();
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_role_sees_what_it_may_and_no_more(String line) {
        String[] columns = line.split(" *\\| *");
        Role role = Role.valueOf(columns[0]);

        assertThat(seen("both asked", looking.service().issuer.token("x", "BG-NRM", role)))
                .isEqualTo(columns[1]);
        assertThat(seen("both asked", looking.service().issuer.token("x", "BG-ELSEWHERE", role)))
                .isEqualTo(columns[2]);
    }

    @Test
    void every_role_is_in_the_table() {
        assertThat(table().map(line -> line.split(" ")[0]).toList())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::name).toList());
    }

    @ParameterizedTest
    @CsvSource({"SEE, SRCLI", "FAR, nothing", "UNKNOWN, nothing"})
    void a_regional_coordinator_sees_what_the_countries_of_her_network_see(String network, String expected) {
        String token = looking.service()
                .issuer
                .sign(looking.service()
                        .issuer
                        .claims("x", Role.REGIONAL_COORDINATOR)
                        .claim("network", network));

        assertThat(seen("both asked", token)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"NATIONAL_COORDINATOR", "AUDITOR", "REGIONAL_COORDINATOR", "NATIONAL_FOCAL_POINT", "POLICE"})
    void who_acts_for_no_country_and_no_network_sees_nothing(Role role) {
        var issuer = looking.service().issuer;

        assertThat(seen("both asked", issuer.sign(issuer.claims("x", role)))).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({"both asked, nothing", "handed over, " + EVERYTHING})
    void an_organisation_is_named_by_being_made_to_receive(String moment, String expected) {
        assertThat(seen(moment, looking.service().issuer.token("x", "RO-NRM", Role.NGO_CASE_MANAGER)))
                .isEqualTo(expected);
    }

    /** By the letters above. */
    private static String seen(String moment, String token) {
        Looking.Glance glance = looking.live("beside, " + moment);
        HttpResponse<String> status = get(token, glance, "/api/cases/{case}");
        if (status.statusCode() == 403) {
            return "refused";
        }
        HttpResponse<String> referrals = get(token, glance, "/api/cases/{case}/referrals");
        HttpResponse<String> timeline = get(token, glance, "/api/cases/{case}/timeline?limit=200");
        String seen = letter("S", status.statusCode() == 200)
                + letter(
                        "P",
                        !json(status).path("minimalDataSet").isMissingNode()
                                && !json(status).path("minimalDataSet").isNull())
                + letter("R", referrals.statusCode() == 200)
                + letter("Q", any(json(referrals).path("referrals"), "asked", "services", "confirmations"))
                + letter("T", timeline.statusCode() == 200)
                + letter("D", any(json(timeline).path("items"), "detail"))
                + letter("C", get(token, glance, "/api/cases/{case}/custody").statusCode() == 200)
                + letter("L", isIn(get(token, glance, "/api/cases?limit=200"), glance))
                + letter("I", isIn(get(token, glance, "/api/referrals?limit=200"), glance));
        return seen.isEmpty() ? "nothing" : seen;
    }

    private static HttpResponse<String> get(String token, Looking.Glance glance, String path) {
        return looking.service().get(token, path.replace("{case}", glance.caseId.toString()));
    }

    private static String letter(String letter, boolean seen) {
        return seen ? letter : "";
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static boolean any(JsonNode items, String... fields) {
        for (JsonNode item : items) {
            for (String field : fields) {
                if (!item.path(field).isNull()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isIn(HttpResponse<String> list, Looking.Glance glance) {
        return list.body().contains(glance.caseId.toString());
    }
}
