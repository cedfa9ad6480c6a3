package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A key is lost or spoilt while the mechanism runs: what needs it is refused and leaves nothing behind, what does not goes
 * on, nobody is told that she was erased, and when the key is back all is well without a restart.
 */
class LostKeysTest extends Journey {
    private static final String UNREACHABLE = "503 KEYS_UNREACHABLE";
    private static final Map<String, Object> ACCOUNT = Map.of("account", Map.of("text", "Nobody's story."));

    /** A file or folder that was moved away, until it is put back. */
    private final class Lost {
        private final Path place;
        private final Path aside;

        private Lost(Path place) {
            this.place = place;
            this.aside = mechanism.data().resolve("aside-" + place.getFileName());
            move(place, aside);
        }

        private void putBack() {
            move(aside, place);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path keys() {
        return mechanism.data().resolve("keys");
    }

    private Path caseKey(Her her) {
        String id = her.caseId();
        return keys().resolve("cases").resolve(id.substring(id.length() - 2)).resolve(id + ".key");
    }

    private Path keyOf(String country) {
        try (Stream<Path> files = Files.list(keys().resolve("countries"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(country + "-"))
                    .max(Path::compareTo)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It was refused, and her case is as it was. */
    private void refusedAndNothingRecorded(Her her, Runnable act) {
        long before = bulgaria.sees(her).version();
        refused(UNREACHABLE, act);
        assertThat(bulgaria.sees(her).version()).isEqualTo(before);
    }

    private void recordsTheAccount(Her her) {
        bulgaria.authority.acts(her, "/person", ACCOUNT);
    }

    @Test
    void the_key_of_a_case() {
        Her her = identified();
        Her other = identified();
        bulgaria.recordsWhoSheIs(her, "Doe");
        bulgaria.recordsWhoSheIs(other, "Roe");
        Lost key = new Lost(caseKey(her));

        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("UNAVAILABLE");
        refusedAndNothingRecorded(her, () -> recordsTheAccount(her));
        assertThat(caseKey(her)).doesNotExist();
        assertThat(bulgaria.focalPoint.shown(other, "IDENTITY")).contains("Roe");
        recordsTheAccount(other);

        key.putBack();

        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).contains("Doe");
        recordsTheAccount(her);
        assertThat(bulgaria.authority.shown(her, "ACCOUNT")).contains("Nobody's story.");
    }

    @Test
    void all_keys_of_all_cases() {
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Doe");
        Lost store = new Lost(keys().resolve("cases"));

        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("UNAVAILABLE");
        refusedAndNothingRecorded(her, () -> recordsTheAccount(her));

        store.putBack();

        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).contains("Doe");
    }

    @Test
    void the_root_key() {
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Doe");
        Her another = identified();
        Lost root = new Lost(rootKey());

        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("UNAVAILABLE");
        refusedAndNothingRecorded(another, () -> bulgaria.recordsWhoSheIs(another, "Roe"));
        assertThat(caseKey(another)).doesNotExist();
        Person operator = new Person(mechanism, "operator");
        assertThat(operator.gets("/api/admin/keys", Map.of()).outcome()).isEqualTo(UNREACHABLE);
        assertThat(operator.posts("/api/admin/keys/root/rotation", Map.of(), Map.of())
                        .outcome())
                .isEqualTo(UNREACHABLE);

        root.putBack();

        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).contains("Doe");
        bulgaria.recordsWhoSheIs(another, "Roe");
    }

    private Path rootKey() {
        try (Stream<Path> files = Files.list(keys())) {
            return files.filter(file -> file.getFileName().toString().startsWith("root"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_key_of_a_country() {
        Her her = received();
        bulgaria.recordsWhoSheIs(her, "Doe");
        romaniaHasAKey();
        Lost key = new Lost(keyOf("RO"));

        refused(UNREACHABLE, () -> bothPrepareAndSign(her));
        refusedAndNothingRecorded(her, () -> romania.signsForDeparture(her));
        assertThat(romania.letter(her).state()).isNotEqualTo("READY");
        assertThat(keys().resolve("countries").resolve(key.place.getFileName())).doesNotExist();
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).contains("Doe");

        key.putBack();
        romania.signsForDeparture(her);
        assertThat(romania.letter(her).state()).isEqualTo("READY");

        Lost again = new Lost(keyOf("RO"));
        assertThat(romania.focalPoint.shown(her, "IDENTITY")).isEqualTo("UNAVAILABLE");
        again.putBack();
        assertThat(romania.focalPoint.shown(her, "IDENTITY")).contains("Doe");
    }

    private void romaniaHasAKey() {
        Her before = received();
        bulgaria.recordsWhoSheIs(before, "Roe");
        bothPrepareAndSign(before);
    }

    @Test
    void the_key_by_which_people_are_compared() {
        Her her = identified();
        recordsHerBirthToo(her);
        Her another = identified();
        Lost key = new Lost(keys().resolve("macs/blind-index.key"));

        refusedAndNothingRecorded(another, () -> recordsHerBirthToo(another));
        mechanism.restartAfter(Duration.ZERO);
        refusedAndNothingRecorded(another, () -> recordsHerBirthToo(another));
        assertThat(key.place).doesNotExist();
        recordsTheAccount(another);

        key.putBack();

        recordsHerBirthToo(another);
        assertThat(bulgaria.focalPoint.shown(another, "IDENTITY")).contains("Doe");
    }

    /** It stays in memory while the mechanism runs; lost, nothing is recorded, and everything is read. */
    @Test
    void the_key_of_the_codes_of_events() {
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Doe");
        Lost key = new Lost(keys().resolve("macs/events.key"));
        mechanism.restartAfter(Duration.ZERO);

        refusedAndNothingRecorded(her, () -> recordsTheAccount(her));
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).contains("Doe");
        assertThat(key.place).doesNotExist();

        key.putBack();

        recordsTheAccount(her);
        assertThat(bulgaria.authority.shown(her, "ACCOUNT")).contains("Nobody's story.");
    }

    private void recordsHerBirthToo(Her her) {
        bulgaria.focalPoint.acts(
                her,
                "/person",
                Map.of("identity", Map.of("familyName", "Doe", "givenNames", "Jane", "bornOn", "1990-01-31")));
    }

    @Test
    void a_data_key_as_it_is_wrapped() {
        Her her = identified();
        bulgaria.recordsWhoSheIs(her, "Doe");
        recordsTheAccount(her);
        byte[] whole = wrapOfHerIdentity(her);
        write(her, new byte[whole.length]);
        // What is known of keys in memory is forgotten.
        mechanism.restartAfter(Duration.ZERO);

        assertThat(bulgaria.authority.shown(her, "IDENTITY")).isEqualTo("UNAVAILABLE");
        assertThat(bulgaria.authority.shown(her, "ACCOUNT")).contains("Nobody's story.");
        refusedAndNothingRecorded(her, () -> bulgaria.recordsWhoSheIs(her, "Roe"));

        write(her, whole);

        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).contains("Doe");
        bulgaria.recordsWhoSheIs(her, "Roe");
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).contains("Roe");
    }

    private byte[] wrapOfHerIdentity(Her her) {
        return database()
                .sql("SELECT wrapped FROM keys.wrap WHERE case_id = ?::uuid AND data_class = 'B' AND country = 'BG'")
                .param(her.caseId())
                .query(byte[].class)
                .single();
    }

    private void write(Her her, byte[] wrapped) {
        database()
                .sql("UPDATE keys.wrap SET wrapped = ? WHERE case_id = ?::uuid AND data_class = 'B' AND country = 'BG'")
                .param(wrapped)
                .param(her.caseId())
                .update();
    }

    private JdbcClient database() {
        try {
            String port = Files.readAllLines(mechanism.data().resolve("cluster/postmaster.pid"))
                    .get(3)
                    .strip();
            return JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:" + port + "/trm?sslmode=disable",
                    "trm_owner",
                    Files.readAllLines(mechanism.data().resolve("database-passwords"))
                            .get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As on a disk that is full, nothing can be added where the key of her case would lie. */
    @Test
    void a_key_that_cannot_be_made_leaves_nothing_half_done() throws Exception {
        Her her = identified();
        Path folder = caseKey(her).getParent();
        Lost place = Files.exists(folder) ? new Lost(folder) : null;
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "no folder");

        refusedAndNothingRecorded(her, () -> bulgaria.recordsWhoSheIs(her, "Doe"));
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).isEqualTo("nothing");
        assertThat(database()
                        .sql("SELECT count(*) FROM keys.wrap WHERE case_id = ?::uuid")
                        .param(her.caseId())
                        .query(Long.class)
                        .single())
                .isZero();

        Files.delete(folder);
        if (place != null) {
            place.putBack();
        }
        bulgaria.recordsWhoSheIs(her, "Doe");
        assertThat(bulgaria.focalPoint.shown(her, "IDENTITY")).contains("Doe");
    }
}
