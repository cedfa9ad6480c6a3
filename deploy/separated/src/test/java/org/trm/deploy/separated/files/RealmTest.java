package org.trm.deploy.separated.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The issuer's realm: tokens that the mechanism believes, and nothing that is somebody's. */
class RealmTest {
    private static final String TYPES = "shared-events/src/main/java/org/trm/events/types/";

    private final Part realm = read(Sources.text("keycloak/realm.json"));

    private static Part read(String json) {
        return Part.of(JsonMapper.shared().readValue(json, Object.class));
    }

    private Part client(String id) {
        return realm.at("clients")
                .each()
                .filter(client -> client.at("clientId").text().equals(id))
                .findAny()
                .orElseThrow();
    }

    /** By the names of the claims; the audience has none of its own. */
    private Map<String, Part> claims() {
        return realm.at("clientScopes", 0, "protocolMappers")
                .each()
                .collect(Collectors.toMap(mapper -> mapper.at("name").text(), mapper -> mapper));
    }

    @Test
    void nobody_and_no_secret_is_in_it() {
        assertThat(realm.names()).doesNotContain("users", "groups", "smtpServer", "identityProviders");
        assertThat(realm.leaves()
                        .map(Part::name)
                        .filter(name -> name.matches("(?i).*(secret|credential|private|certificate).*")))
                .isEmpty();
        assertThat(realm.leaves().map(Part::text)).noneMatch(text -> text.contains("BEGIN") || text.contains("**"));
    }

    @Test
    void its_roles_are_those_of_the_mechanism() {
        String source =
                Sources.text(Sources.ROOT.resolve(TYPES + "Role.java")).replaceAll("(?s).*enum Role \\{|}\\s*$", "");
        List<String> roles = List.of(source.strip().split(",\\s+"));

        assertThat(realm.at("roles", "client", "trm-api")
                        .each()
                        .map(role -> role.at("name").text()))
                .containsExactlyElementsOf(roles);
        assertThat(realm.at("clientScopeMappings", "trm-api", 0, "roles").texts())
                .containsExactlyElementsOf(roles);
        assertThat(realm.at("roles").names()).containsExactly("client");
    }

    @Test
    void a_token_says_what_the_mechanism_asks_and_nothing_else_about_somebody() {
        assertThat(realm.at("clientScopes").each()).hasSize(1);
        assertThat(realm.at("defaultDefaultClientScopes").texts()).containsExactly("trm");
        assertThat(claims()).containsOnlyKeys("sub", "aud", "roles", "country", "org", "network");
        assertThat(claims().values())
                .allSatisfy(mapper -> assertThat(
                                mapper.at("config", "access.token.claim").text())
                        .isEqualTo("true"));
        assertThat(claims().get("aud").at("config", "included.client.audience").text())
                .isEqualTo("trm-api");
        // Roles of the realm are Keycloak's own as well, and one that the mechanism does not know is not believed.
        assertThat(claims().get("roles")
                        .at("config", "usermodel.clientRoleMapping.clientId")
                        .text())
                .isEqualTo("trm-api");
    }

    @Test
    void nobody_chooses_her_own_country() {
        Part profile = read(realm.at(
                        "components",
                        "org.keycloak.userprofile.UserProfileProvider",
                        0,
                        "config",
                        "kc.user.profile.config",
                        0)
                .text());
        Map<String, Part> attributes = profile.at("attributes")
                .each()
                .collect(Collectors.toMap(attribute -> attribute.at("name").text(), attribute -> attribute));

        for (String claim : List.of("country", "org", "network")) {
            assertThat(attributes.get(claim).at("permissions", "edit").texts()).containsExactly("admin");
            assertThat(claims().get(claim).at("config", "user.attribute").text())
                    .isEqualTo(claim);
        }
        assertThat(profile.names()).doesNotContain("unmanagedAttributePolicy");
        assertThat(realm.at("registrationAllowed").value()).isEqualTo(false);
    }

    @Test
    void what_somebody_is_said_to_belong_to_has_the_form_that_the_mechanism_reads() {
        String profile = realm.at(
                        "components",
                        "org.keycloak.userprofile.UserProfileProvider",
                        0,
                        "config",
                        "kc.user.profile.config",
                        0)
                .text();
        for (String type : List.of("OrganisationId", "NetworkId")) {
            String form = Pattern.compile("Pattern\\.compile\\(\"([^\"]+)\"\\)")
                    .matcher(Sources.text(Sources.ROOT.resolve(TYPES + type + ".java")))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            assertThat(profile).contains("\"^" + form + "$\"");
        }
    }

    @Test
    void a_client_gets_tokens_for_people_alone_which_are_short_lived_and_bound_to_no_key() {
        Part console = client("trm-console");
        for (String way : List.of(
                "implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled", "fullScopeAllowed")) {
            assertThat(console.at(way).value()).as(way).isEqualTo(false);
        }
        assertThat(console.at("attributes", "access.token.header.type.rfc9068").text())
                .isEqualTo("true");
        // The mechanism refuses tokens that are bound to a key, for it does not ask for its proof.
        assertThat(realm.leaves().map(Part::name)).noneMatch(name -> name.matches(".*(dpop|certificate\\.bound).*"));
        assertThat(realm.at("accessTokenLifespan").number()).isLessThanOrEqualTo(300);
        assertThat(realm.at("defaultSignatureAlgorithm").text()).isEqualTo("ES256");
    }

    @Test
    void whoever_logs_in_needs_a_second_factor_and_a_password_of_her_own() {
        assertThat(realm.at("requiredActions")
                        .each()
                        .filter(action -> action.at("defaultAction").value() == Boolean.TRUE))
                .extracting(action -> action.at("alias").text())
                .containsExactly("UPDATE_PASSWORD", "CONFIGURE_TOTP");
        assertThat(realm.at("bruteForceProtected").value()).isEqualTo(true);
        assertThat(realm.at("sslRequired").text()).isEqualTo("all");
    }
}
