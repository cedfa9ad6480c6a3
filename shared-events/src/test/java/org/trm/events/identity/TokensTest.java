package org.trm.events.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trm.events.identity.Denial.ISSUER_NOT_ENTITLED;
import static org.trm.events.identity.Denial.ISSUER_UNREACHABLE;
import static org.trm.events.identity.Denial.TOKEN_EXPIRED;
import static org.trm.events.identity.Denial.TOKEN_INCOMPLETE;
import static org.trm.events.identity.Denial.TOKEN_INVALID;
import static org.trm.events.identity.Denial.TOKEN_MALFORMED;
import static org.trm.events.types.Role.AUDITOR;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.REGIONAL_COORDINATOR;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CountryCode;
import org.trm.events.types.NetworkId;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.Role;

class TokensTest {
    private static final TestIssuer ISSUER = new TestIssuer();
    private static final String GOOD = ISSUER.token("anna", "BG-NCCTHB", NATIONAL_FOCAL_POINT);

    private final Tokens tokens = trusting(ISSUER.asOwn());

    @Test
    void a_good_token_names_its_bearer() {
        Bearer bearer = tokens.bearer(GOOD);

        assertThat(bearer.country()).isEqualTo(CountryCode.of("BG"));
        assertThat(bearer.organisation()).isEqualTo(OrganisationId.of("BG-NCCTHB"));
        assertThat(bearer.roles()).containsExactly(NATIONAL_FOCAL_POINT);
        assertThat(bearer.kind()).isEqualTo(ActorKind.PERSON);
        assertThat(bearer.alias()).isEqualTo("test");
    }

    @Test
    void the_pseudonym_is_a_version_5_uuid_of_issuer_and_subject() {
        // python3: uuid5(uuid5(NAMESPACE_URL, "https://issuer.test"), "anna")
        assertThat(tokens.bearer(GOOD).id()).isEqualTo(UUID.fromString("6ed2083c-5713-5eb5-952a-9f6fcea40aad"));
        assertThat(Bearer.idOf("https://other.test", "anna")).isNotEqualTo(Bearer.idOf("https://issuer.test", "anna"));
    }

    @Test
    void a_bearer_prints_as_her_pseudonym() {
        assertThat(tokens.bearer(GOOD)).hasToString("6ed2083c-5713-5eb5-952a-9f6fcea40aad");
    }

    @Test
    void a_client_of_its_own_is_a_service() {
        String token = ISSUER.sign(ISSUER.claims("backend", AUDITOR).claim("client_id", "backend"));

        assertThat(tokens.bearer(token).kind()).isEqualTo(ActorKind.SERVICE);
    }

    @Test
    void a_regional_coordinator_names_a_network_and_no_country() {
        Bearer bearer = tokens.bearer(
                ISSUER.sign(ISSUER.claims("c", REGIONAL_COORDINATOR).claim("network", "SEE")));

        assertThat(bearer.network()).isEqualTo(new NetworkId("SEE"));
        assertThat(bearer.country()).isNull();
    }

    static Stream<Arguments> abuses() throws Exception {
        return Stream.of(
                Arguments.of("nothing", "", TOKEN_INVALID),
                Arguments.of("no token", "anna", TOKEN_INVALID),
                Arguments.of("a huge one", "a".repeat(20_000), TOKEN_INVALID),
                Arguments.of("algorithm none", new PlainJWT(claims().build()).serialize(), TOKEN_INVALID),
                Arguments.of("signature cut off", GOOD.substring(0, GOOD.lastIndexOf('.') + 1), TOKEN_INVALID),
                Arguments.of("HS256 with the public key", signedWithPublicKey(), TOKEN_INVALID),
                Arguments.of("another key", new TestIssuer().sign(claims()), TOKEN_INVALID),
                Arguments.of("another's claims under the signature", tampered(), TOKEN_INVALID),
                Arguments.of("unknown issuer", signed(c -> c.issuer("https://foreign.test")), TOKEN_INVALID),
                Arguments.of("no issuer", signed(c -> c.issuer(null)), TOKEN_INVALID),
                Arguments.of("another audience", signed(c -> c.audience("other-api")), TOKEN_INVALID),
                Arguments.of("no audience", signed(c -> c.audience((String) null)), TOKEN_INVALID),
                Arguments.of("expired", signed(c -> c.expirationTime(inSeconds(-60))), TOKEN_EXPIRED),
                Arguments.of("without an end", signed(c -> c.expirationTime(null)), TOKEN_INVALID),
                Arguments.of("not yet valid", signed(c -> c.notBeforeTime(inSeconds(120))), TOKEN_INVALID),
                Arguments.of("bound to a key", signed(c -> c.claim("cnf", Map.of("jkt", "x"))), TOKEN_INVALID),
                Arguments.of("no subject", signed(c -> c.subject(null)), TOKEN_INVALID),
                Arguments.of("blank subject", signed(c -> c.subject(" ")), TOKEN_INCOMPLETE),
                Arguments.of("no roles", signed(c -> c.claim("roles", null)), TOKEN_INCOMPLETE),
                Arguments.of("empty roles", signed(c -> c.claim("roles", List.of())), TOKEN_INCOMPLETE),
                Arguments.of("one text for roles", signed(c -> c.claim("roles", "AUDITOR")), TOKEN_MALFORMED),
                Arguments.of("numbers for roles", signed(c -> c.claim("roles", List.of(7))), TOKEN_MALFORMED),
                Arguments.of("unknown role", signed(c -> c.claim("roles", List.of("CLOCK"))), TOKEN_MALFORMED),
                Arguments.of("no country code", signed(c -> c.claim("country", "Bulgaria")), TOKEN_MALFORMED),
                Arguments.of("a number for a country", signed(c -> c.claim("country", 1)), TOKEN_MALFORMED),
                Arguments.of("no organisation code", signed(c -> c.claim("org", "x")), TOKEN_MALFORMED),
                Arguments.of(
                        "another country's organisation", signed(c -> c.claim("org", "RO-ANITP")), TOKEN_MALFORMED),
                Arguments.of("organisation alone", signed(c -> c.claim("country", null)), TOKEN_MALFORMED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("abuses")
    void is_not_believed(String what, String token, Denial denial) {
        Denied denied = catchThrowableOfType(Denied.class, () -> tokens.bearer(token));

        assertThat(denied.denial()).isEqualTo(denial);
        assertThat(denied.getMessage()).doesNotContain("Bulgaria", "CLOCK", "RO-ANITP", "anna");
    }

    @Test
    void an_issuer_speaks_for_its_own_countries_only() {
        Tokens romania = trusting(ISSUER.asOwn(CountryCode.of("RO")));

        Denied denied = catchThrowableOfType(Denied.class, () -> romania.bearer(GOOD));

        assertThat(denied.denial()).isEqualTo(ISSUER_NOT_ENTITLED);
        assertThat(romania.bearer(ISSUER.token("r", "RO-ANITP", AUDITOR)).country())
                .isEqualTo(CountryCode.of("RO"));
    }

    @ParameterizedTest
    @EnumSource(names = {"REGIONAL_COORDINATOR", "SYSTEM_OPERATOR", "DATA_SUBJECT"})
    void the_issuer_of_a_country_gives_no_part_beyond_it_unless_it_is_asked_to(Role role) {
        Tokens romania = trusting(ISSUER.asOwn(CountryCode.of("RO")));
        String token = ISSUER.sign(ISSUER.claims("r", role));

        Denied denied = catchThrowableOfType(Denied.class, () -> romania.bearer(token));

        assertThat(denied.denial()).isEqualTo(ISSUER_NOT_ENTITLED);
        assertThat(trusting(ISSUER.asOwn(Set.of(role), CountryCode.of("RO")))
                        .bearer(token)
                        .roles())
                .containsExactly(role);
    }

    @Test
    void a_token_is_verified_once_and_forgotten_when_it_ends() {
        String ending = signed(c -> c.expirationTime(inSeconds(-20)));

        assertThat(tokens.bearer(GOOD)).isSameAs(tokens.bearer(GOOD));
        assertThat(tokens.bearer(ending)).isNotSameAs(tokens.bearer(ending));
    }

    @Test
    void an_issuer_that_cannot_be_reached_is_not_blamed_on_the_token() {
        Issuer nobodyThere = Issuer.ofAny(TestIssuer.URI_OF_ISSUER, URI.create("http://127.0.0.1:1/keys"));
        Tokens unreachable = new Tokens(TestIssuer.AUDIENCE, Map.of("test", nobodyThere));

        Denied denied = catchThrowableOfType(Denied.class, () -> unreachable.bearer(GOOD));

        assertThat(denied.denial()).isEqualTo(ISSUER_UNREACHABLE);
    }

    @Test
    void settings_that_would_open_a_door_are_refused() {
        Issuer issuer = Issuer.ofAny(TestIssuer.URI_OF_ISSUER, null);

        assertThatIllegalArgumentException().isThrownBy(() -> new Tokens("trm-api", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tokens("trm-api", Map.of("trm", issuer)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tokens("trm-api", Map.of("one", issuer, "two", issuer)));
        assertThatIllegalArgumentException().isThrownBy(() -> Issuer.ofAny(URI.create("http://issuer.example"), null));
    }

    private static Tokens trusting(OwnIssuer issuer) {
        return new Tokens(TestIssuer.AUDIENCE, issuer);
    }

    private static JWTClaimsSet.Builder claims() {
        return ISSUER.claims("anna", NATIONAL_FOCAL_POINT)
                .claim("country", "BG")
                .claim("org", "BG-NCCTHB");
    }

    private static String signed(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = claims();
        change.accept(claims);
        return ISSUER.sign(claims);
    }

    private static Date inSeconds(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String signedWithPublicKey() throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        token.sign(new MACSigner(ISSUER.key().toECPublicKey().getEncoded()));
        return token.serialize();
    }

    private static String tampered() {
        String[] parts = GOOD.split("\\.");
        JWTClaimsSet other =
                claims().claim("country", "RO").claim("org", "RO-ANITP").build();
        return parts[0] + "." + Base64URL.encode(other.toString()) + "." + parts[2];
    }
}
