package org.trm.query.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trm.query.sample.Happenings.BG;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.EmergencyEvent.EmergencyAccessReviewed;
import org.trm.events.PersonalEvent.PersonalDataRecorded;
import org.trm.events.identity.Bearer;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.privacy.DataKey;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.privacy.KeyWraps;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.EmergencyFinding;
import org.trm.events.types.EmergencyGround;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Role;
import org.trm.events.types.Scope;
import org.trm.events.types.TimeLimit;
import org.trm.query.EventLog;
import org.trm.query.Scene;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Entitlements;
import org.trm.query.access.Part;
import org.trm.query.sample.Happenings;
import org.trm.query.web.QueryProblem;

/** What is sealed is opened for whoever may read it, and that she did is recorded first; else nothing is shown. */
class PersonReaderTest {
    private static final CountryCode RO = CountryCode.of("RO");
    private static final ReferralId REFERRAL = new ReferralId(new UUID(6, 6));
    private static final UUID SOMEBODY = new UUID(5, 5);
    private static final Instant NOW = Instant.parse("2026-03-01T15:00:00Z");

    @TempDir
    Path keys;

    @TempDir
    Path elsewhere;

    private final Scene scene = new Scene(PersonView.class);
    private KeyStore store;
    private KeyWraps wraps;
    private DataKey identity;
    private PersonReader reader;

    @BeforeEach
    void herNameIsRecorded() {
        Path erased = elsewhere.resolve("erased");
        store = FileKeyStore.in(keys, erased);
        wraps = new KeyWraps(store);
        identity = DataKey.fresh(new DataKeyId(scene.caseId(), Scope.of(PersonalField.IDENTITY), 1));
        Openings openings = new Openings(scene.jdbc(), scene.bean(JdbcTransactionManager.class), Clock.systemUTC());
        reader = new PersonReader(reading(), openings, new Keyring(store), store);
        scene.by(BG, scene.happenings().opened());
        named("Doe");
        shared(BG);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private PersonReading reading() {
        return new PersonReading(
                scene.bean(PersonView.class), scene.reading(), scene.bean(Entitlements.class), Clock.fixed(NOW, UTC));
    }

    private void named(String name) {
        named(name, EventLog.ACT);
    }

    private void named(String name, UUID act) {
        byte[] value = ("{\"familyName\":\"" + name + "\"}").getBytes(UTF_8);
        scene.by(BG, new PersonalDataRecorded(scene.caseId(), identity.seal(PersonalField.IDENTITY, act, value), null));
    }

    private void shared(CountryCode country) {
        KeyWrap wrap = wraps.wrap(identity, country);
        scene.jdbc()
                .sql("INSERT INTO keys.wrap VALUES (?, 'B', 'AFTER_READY', ?, ?, ?, ?)")
                .params(
                        scene.caseId().value(),
                        identity.id().epoch(),
                        country.value(),
                        wrap.countryKeyId(),
                        wrap.wrapped())
                .update();
    }

    private void takenBack(CountryCode country) {
        scene.jdbc()
                .sql("DELETE FROM keys.wrap WHERE country = ?")
                .param(country.value())
                .update();
    }

    private String shown(Role role, CountryCode country) {
        return shown(Scene.reader(role, country), SOMEBODY, ReadingPurpose.ASSISTANCE);
    }

    private String inEmergency(Role role, CountryCode country, UUID who) {
        AccessScope elsewhere = new AccessScope(role, country, OrganisationId.of(country + "-ELSEWHERE"), null);
        return shown(elsewhere, who, ReadingPurpose.EMERGENCY);
    }

    private String shown(AccessScope scope, UUID id, ReadingPurpose purpose) {
        Person person = reader.of(scope, new Opener(bearer(scope, id), purpose), scene.caseId(), scene.now());
        return person.fields().stream()
                .filter(field -> field.field() == PersonalField.IDENTITY)
                .map(field -> field.value() != null
                        ? field.value().path("familyName").asString()
                        : field.state() + (field.reason() == null ? "" : " " + field.reason()))
                .findFirst()
                .orElse("nothing");
    }

    private static Bearer bearer(AccessScope scope, UUID id) {
        return new Bearer(
                "issuer",
                "https://issuer",
                "subject",
                id,
                ActorKind.PERSON,
                scope.country(),
                scope.organisation(),
                Set.of(scope.role()),
                null,
                Instant.MAX);
    }

    private List<String> recorded() {
        return scene.jdbc()
                .sql(
                        "SELECT reader || ' ' || role || ' ' || country || ' ' || purpose || ' ' || fields::text || ' ' || legal_ground"
                                + " FROM reads.opening ORDER BY id")
                .query(String.class)
                .list();
    }

    @Test
    void the_holder_reads_her_name_and_that_it_did_is_recorded() {
        assertThat(shown(Role.NATIONAL_FOCAL_POINT, BG)).isEqualTo("Doe");
        assertThat(recorded()).containsExactly(SOMEBODY + " NATIONAL_FOCAL_POINT BG ASSISTANCE {IDENTITY} OWN_TASK");
    }

    @Test
    void the_latest_that_was_recorded_is_what_is_shown() {
        named("Roe");
        assertThat(shown(Role.NATIONAL_FOCAL_POINT, BG)).isEqualTo("Roe");
    }

    @Test
    void whoever_is_shown_nothing_leaves_no_record_of_having_seen_it() {
        assertThat(shown(Role.AUDITOR, BG)).isEqualTo("WITHHELD ROLE");
        takenBack(BG);
        assertThat(shown(Role.NATIONAL_FOCAL_POINT, BG)).isEqualTo("WITHHELD NOT_SHARED");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void what_is_taken_back_is_withheld_at_once_although_its_key_is_still_known() {
        assertThat(shown(Role.NATIONAL_FOCAL_POINT, BG)).isEqualTo("Doe");
        takenBack(BG);
        assertThat(shown(Role.NATIONAL_FOCAL_POINT, BG)).isEqualTo("WITHHELD NOT_SHARED");
    }

    @Test
    void if_it_cannot_be_recorded_nothing_is_shown() {
        scene.jdbc().sql("ALTER TABLE reads.opening ADD CHECK (false)").update();
        assertThatThrownBy(() -> shown(Role.NATIONAL_FOCAL_POINT, BG))
                .isInstanceOf(QueryProblem.class)
                .hasMessageContaining("nothing is shown");
    }

    @Test
    void an_addressed_country_is_not_told_whether_there_is_a_name() {
        scene.by(
                BG,
                scene.happenings().drafted(REFERRAL, BG, RO),
                scene.happenings().submitted(REFERRAL));
        assertThat(shown(Role.NATIONAL_FOCAL_POINT, RO)).isEqualTo("WITHHELD NOT_SHARED");
        shared(RO);
        assertThat(shown(Role.NATIONAL_FOCAL_POINT, RO)).isEqualTo("Doe");
        assertThat(recorded()).containsExactly(SOMEBODY + " NATIONAL_FOCAL_POINT RO ASSISTANCE {IDENTITY} CONSENT");
    }

    @Test
    void what_she_herself_asks_for_is_read_on_that_ground() {
        shown(Scene.reader(Role.DATA_PROTECTION_OFFICER, BG), SOMEBODY, ReadingPurpose.DATA_SUBJECT_REQUEST);
        assertThat(recorded())
                .containsExactly(
                        SOMEBODY + " DATA_PROTECTION_OFFICER BG DATA_SUBJECT_REQUEST {IDENTITY} DATA_SUBJECT_REQUEST");
    }

    @Test
    void what_is_read_for_herself_is_recorded_also_when_nothing_of_it_can_be_opened_or_nothing_is_left() {
        String nothing = SOMEBODY + " DATA_PROTECTION_OFFICER BG DATA_SUBJECT_REQUEST {} DATA_SUBJECT_REQUEST";
        takenBack(BG);
        forHerself();
        assertThat(recorded()).containsExactly(nothing);

        store.shred(scene.caseId(), Instant.parse("2026-03-02T12:00:00Z"));
        forHerself();
        assertThat(recorded()).containsExactly(nothing, nothing);
    }

    @Test
    void if_it_cannot_be_recorded_she_is_given_nothing_also_of_what_was_erased() {
        store.shred(scene.caseId(), Instant.parse("2026-03-02T12:00:00Z"));
        scene.jdbc().sql("ALTER TABLE reads.opening ADD CHECK (false)").update();
        assertThatThrownBy(this::forHerself).isInstanceOf(QueryProblem.class).hasMessageContaining("nothing is shown");
    }

    private PersonReader.ForHerself forHerself() {
        AccessScope officer = Scene.reader(Role.DATA_PROTECTION_OFFICER, BG);
        return reader.forHerself(officer, bearer(officer, SOMEBODY), scene.caseId(), scene.now());
    }

    private static String told(Person.Replaced replaced) {
        Person.Field was = replaced.was();
        String what = was.value() == null
                ? was.state().name()
                : was.value().path("familyName").asString();
        return what + " of " + was.recordedIn() + " until " + replaced.replacedIn();
    }

    @Test
    void for_herself_all_that_was_replaced_is_opened_too_by_one_reading_that_is_recorded() {
        named("Roe");
        named("Poe");
        assertThat(forHerself().replaced())
                .extracting(PersonReaderTest::told)
                .containsExactly("Doe of 2 until 3", "Roe of 3 until 4");
        assertThat(forHerself().person().fields())
                .filteredOn(field -> field.field() == PersonalField.IDENTITY)
                .extracting(field -> field.value().path("familyName").asString())
                .containsExactly("Poe");
        assertThat(recorded()).hasSize(2).allMatch(line -> line.endsWith("{IDENTITY} DATA_SUBJECT_REQUEST"));
    }

    @Test
    void what_was_recorded_under_an_earlier_key_is_opened_for_herself_while_her_country_has_that_key() {
        identity = DataKey.fresh(new DataKeyId(scene.caseId(), Scope.of(PersonalField.IDENTITY), 2));
        named("Roe");
        assertThat(forHerself().replaced())
                .as("without the key of the later one")
                .isEmpty();
        shared(BG);
        assertThat(forHerself().replaced()).extracting(PersonReaderTest::told).containsExactly("Doe of 2 until 3");
        takenBack(BG);
        shared(BG);
        assertThat(forHerself().replaced())
                .as("without the key of the earlier one")
                .isEmpty();
    }

    @Test
    void what_was_replaced_and_cannot_be_read_now_says_so() {
        named("Roe", new UUID(8, 8));
        named("Poe");
        assertThat(forHerself().replaced())
                .extracting(PersonReaderTest::told)
                .containsExactly("Doe of 2 until 3", "UNAVAILABLE of null until 4");
    }

    @Test
    void of_what_was_erased_nothing_is_left_of_what_was_replaced() {
        named("Roe");
        store.shred(scene.caseId(), Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(forHerself().replaced()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "DATA_PROTECTION_OFFICER", mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_says_that_she_asked(Role role) {
        assertThatThrownBy(() -> shown(Scene.reader(role, BG), SOMEBODY, ReadingPurpose.DATA_SUBJECT_REQUEST))
                .isInstanceOf(QueryProblem.class)
                .hasMessageContaining("only a data protection officer");
        assertThat(recorded()).isEmpty();
    }

    private EmergencyAccessId opened(Instant until) {
        EmergencyAccessId accessId = new EmergencyAccessId(UUID.randomUUID());
        Deadline review = Happenings.deadline(TimeLimit.EMERGENCY_REVIEW);
        scene.by(
                BG,
                new EmergencyAccessOpened(
                        scene.caseId(), accessId, EmergencyGround.MISSING_PERSON, until, review, review));
        return accessId;
    }

    @ParameterizedTest
    @EnumSource(EmergencyFinding.class)
    void what_was_opened_without_need_is_closed_by_its_review(EmergencyFinding finding) {
        reader = new PersonReader(
                new PersonReading(
                        scene.bean(PersonView.class),
                        scene.reading(),
                        scene.bean(Entitlements.class),
                        Clock.systemUTC()),
                new Openings(scene.jdbc(), scene.bean(JdbcTransactionManager.class), Clock.systemUTC()),
                new Keyring(store),
                store);
        EmergencyAccessId accessId = opened(Instant.now().plusSeconds(3_600));
        assertThat(inEmergency(Role.POLICE, BG, Scene.ACTING)).isEqualTo("Doe");

        scene.by(BG, reviewed(accessId, finding));

        if (finding == EmergencyFinding.JUSTIFIED) {
            assertThat(inEmergency(Role.POLICE, BG, Scene.ACTING)).isEqualTo("Doe");
        } else {
            assertThatThrownBy(() -> inEmergency(Role.POLICE, BG, Scene.ACTING))
                    .hasMessageContaining("No emergency access");
        }
    }

    private EmergencyAccessReviewed reviewed(EmergencyAccessId accessId, EmergencyFinding finding) {
        return new EmergencyAccessReviewed(scene.caseId(), accessId, finding, null);
    }

    @Test
    void who_is_not_named_on_the_case_reads_in_an_emergency_by_her_own_access_until_it_ends() {
        assertThatThrownBy(() -> inEmergency(Role.POLICE, BG, Scene.ACTING))
                .hasMessageContaining("No emergency access");
        opened(NOW);
        assertThatThrownBy(() -> inEmergency(Role.POLICE, BG, Scene.ACTING))
                .hasMessageContaining("No emergency access");

        opened(NOW.plusMillis(1));

        assertThat(inEmergency(Role.POLICE, BG, Scene.ACTING)).isEqualTo("Doe");
        assertThat(recorded()).containsExactly(Scene.ACTING + " POLICE BG EMERGENCY {IDENTITY} VITAL_INTERESTS");
        assertThatThrownBy(() -> inEmergency(Role.POLICE, BG, SOMEBODY)).hasMessageContaining("No emergency access");
    }

    @Test
    void it_opens_neither_another_country_nor_another_part_of_the_case_nor_anything_for_another_purpose() {
        opened(NOW.plusMillis(1));
        assertThatThrownBy(() -> inEmergency(Role.POLICE, RO, Scene.ACTING)).hasMessageContaining("no such case");
        AccessScope elsewhere = new AccessScope(Role.POLICE, BG, OrganisationId.of("BG-ELSEWHERE"), null);
        assertThatThrownBy(() -> shown(elsewhere, Scene.ACTING, ReadingPurpose.PROTECTION))
                .hasMessageContaining("no such case");
        assertThat(scene.bean(Entitlements.class).inEmergency(elsewhere).parts())
                .containsExactly(Part.PERSON);
    }

    @Test
    void a_role_that_does_not_act_in_emergencies_reads_in_none() {
        opened(NOW.plusMillis(1));
        assertThatThrownBy(() -> inEmergency(Role.PROSECUTOR, BG, Scene.ACTING)).hasMessageContaining("no such case");
        assertThat(inEmergency(Role.AUDITOR, BG, Scene.ACTING)).isEqualTo("WITHHELD ROLE");
    }

    @Test
    void where_the_keys_open_nothing_no_emergency_does() {
        takenBack(BG);
        opened(NOW.plusMillis(1));
        assertThat(inEmergency(Role.POLICE, BG, Scene.ACTING)).isEqualTo("WITHHELD NOT_SHARED");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void a_key_that_is_lost_makes_it_unavailable_and_not_erased() throws Exception {
        Files.delete(keys.resolve("countries/BG-1.key"));
        store = FileKeyStore.in(keys, elsewhere.resolve("erased"));
        reader = new PersonReader(
                reading(),
                new Openings(scene.jdbc(), scene.bean(JdbcTransactionManager.class), Clock.systemUTC()),
                new Keyring(store),
                store);
        assertThat(shown(Role.NATIONAL_FOCAL_POINT, BG)).isEqualTo("UNAVAILABLE");
    }

    @Test
    void what_was_erased_says_so_to_whoever_was_shown_it_and_nothing_is_recorded() {
        assertThat(shown(Role.NATIONAL_FOCAL_POINT, BG)).isEqualTo("Doe");
        store.shred(scene.caseId(), Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(shown(Role.NATIONAL_FOCAL_POINT, BG)).isEqualTo("ERASED");
        assertThat(shown(Role.AUDITOR, BG)).isEqualTo("ERASED");
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void what_was_sealed_for_another_act_is_not_taken_for_what_this_one_recorded() {
        named("Roe", new UUID(8, 8));
        assertThat(shown(Role.NATIONAL_FOCAL_POINT, BG)).isEqualTo("UNAVAILABLE");
    }

    @Test
    void a_wrap_that_was_altered_makes_it_unavailable() {
        scene.jdbc()
                .sql("UPDATE keys.wrap SET wrapped = set_byte(wrapped, 20, (get_byte(wrapped, 20) + 1) % 256)")
                .update();
        assertThat(shown(Role.NATIONAL_FOCAL_POINT, BG)).isEqualTo("UNAVAILABLE");
    }

    @Test
    void what_was_recorded_of_reading_is_never_altered() {
        shown(Role.NATIONAL_FOCAL_POINT, BG);
        for (String alteration : List.of(
                "UPDATE reads.opening SET role = 'AUDITOR'", "DELETE FROM reads.opening", "TRUNCATE reads.opening")) {
            assertThatThrownBy(() -> scene.jdbc().sql(alteration).update()).isInstanceOf(DataAccessException.class);
        }
        assertThat(recorded()).hasSize(1);
    }
}
