package org.trm.events.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.OneKey;
import org.trm.events.proof.LogEntry;

/** An event is known by its code as one that the mechanism recorded, as it is and where it is, and no other one is. */
class EventCodesTest {
    private static final String PAYLOAD =
            LogEntry.hash("{\"caseId\":\"7c9e6679-7425-40de-944b-e07fc1f90ae7\"}".getBytes(UTF_8));
    private static final String METADATA = LogEntry.hash("{\"actor.kind\":\"clock\",\"rules\":\"1\"}".getBytes(UTF_8));
    private static final EventText ACCEPTED = new EventText(
            "Case",
            "7c9e6679-7425-40de-944b-e07fc1f90ae7",
            3,
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "trm.case.HandoverAccepted",
            "1",
            "2026-11-23T10:15:30.123Z",
            PAYLOAD,
            METADATA);

    @TempDir
    private Path folder;

    private KeyStore keys;
    private EventCodes codes;

    @BeforeEach
    void begin() {
        keys = store("keys");
        codes = new EventCodes(keys);
    }

    private KeyStore store(String name) {
        return FileKeyStore.in(folder.resolve(name), folder.resolve("erased"));
    }

    /** By an independent tool: Python's hmac, hashlib and base64, under the key 00..1f. */
    @Test
    void a_code_is_what_another_program_makes_of_the_same() {
        byte[] key = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

        assertThat(new EventCodes(new OneKey("events", key)).of(ACCEPTED))
                .isEqualTo("Z7hGzZAD_S8cw2yq0of3W3il5vrk5t5FzQ1BQzimYCY");
    }

    @Test
    void the_code_of_an_event_is_made_for_it_on_whichever_node() {
        codes.begin();
        String code = codes.of(ACCEPTED);

        assertThat(new EventCodes(store("keys")).made(code, ACCEPTED)).isTrue();
    }

    static Stream<EventText> others() {
        EventText it = ACCEPTED;
        return Stream.of(
                other("Directory", it.aboutId(), 3, it.id(), it.type(), "1", it.time(), PAYLOAD, METADATA),
                other("Case", "another", 3, it.id(), it.type(), "1", it.time(), PAYLOAD, METADATA),
                other("Case", it.aboutId(), 4, it.id(), it.type(), "1", it.time(), PAYLOAD, METADATA),
                other("Case", it.aboutId(), 3, "another", it.type(), "1", it.time(), PAYLOAD, METADATA),
                other("Case", it.aboutId(), 3, it.id(), "another", "1", it.time(), PAYLOAD, METADATA),
                other("Case", it.aboutId(), 3, it.id(), it.type(), "2", it.time(), PAYLOAD, METADATA),
                other("Case", it.aboutId(), 3, it.id(), it.type(), "1", "2026-11-23T10:15:30.124Z", PAYLOAD, METADATA),
                other("Case", it.aboutId(), 3, it.id(), it.type(), "1", it.time(), METADATA, METADATA),
                other("Case", it.aboutId(), 3, it.id(), it.type(), "1", it.time(), PAYLOAD, PAYLOAD));
    }

    private static EventText other(
            String about,
            String aboutId,
            long number,
            String id,
            String type,
            String revision,
            String time,
            String payload,
            String metadata) {
        return new EventText(about, aboutId, number, id, type, revision, time, payload, metadata);
    }

    @ParameterizedTest
    @MethodSource("others")
    void it_is_made_for_no_event_that_differs_in_anything(EventText other) {
        codes.begin();

        assertThat(codes.made(codes.of(ACCEPTED), other)).isFalse();
    }

    /** Otherwise one that says the same by other members would have the same text. */
    @Test
    void what_stands_in_one_line_cannot_be_moved_to_the_next() {
        codes.begin();
        EventText moved = other(
                "Case\n" + ACCEPTED.aboutId(),
                "3",
                3,
                ACCEPTED.id(),
                ACCEPTED.type(),
                "1",
                ACCEPTED.time(),
                PAYLOAD,
                METADATA);

        assertThat(codes.made(codes.of(ACCEPTED), moved)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\u00e9"})
    void what_is_no_code_is_none(String code) {
        codes.begin();

        assertThat(codes.made(code, ACCEPTED)).isFalse();
        assertThat(codes.made(codes.of(ACCEPTED) + code + "=", ACCEPTED)).isFalse();
    }

    @Test
    void who_has_another_key_makes_another_code() {
        codes.begin();
        EventCodes others = new EventCodes(store("others"));
        others.begin();

        assertThat(codes.made(others.of(ACCEPTED), ACCEPTED)).isFalse();
    }

    @Test
    void a_code_that_was_given_afterwards_is_none_of_one_that_is_recorded() {
        String afterwards = codes.ofEarlier(ACCEPTED);
        codes.begin();

        assertThat(codes.madeEarlier(afterwards, ACCEPTED)).isTrue();
        assertThat(codes.made(afterwards, ACCEPTED)).isFalse();
        assertThat(codes.madeEarlier(codes.of(ACCEPTED), ACCEPTED)).isFalse();
    }

    @Test
    void nobody_who_asks_for_a_code_makes_the_key() {
        assertThat(codes.begun()).isFalse();
        assertThatThrownBy(() -> codes.of(ACCEPTED))
                .isInstanceOf(KeysUnreachable.class)
                .hasMessageContaining("macs/events.key");
        assertThatThrownBy(() -> codes.made("any", ACCEPTED)).isInstanceOf(KeysUnreachable.class);
        assertThatThrownBy(() -> codes.madeEarlier("any", ACCEPTED)).isInstanceOf(KeysUnreachable.class);
        assertThat(keys.hasMacKey("events")).isFalse();

        codes.begin();

        assertThat(codes.madeEarlier("any", ACCEPTED)).isFalse();
        assertThat(keys.hasMacKey("earlier-events")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"mac\":\"CODE\"} | {} | CODE",
                "{\"mac\":\"CODE\",\"rules\":\"1\"} | {\"rules\":\"1\"} | CODE",
                "{\"actor.kind\":\"clock\",\"mac\":\"CODE\"} | {\"actor.kind\":\"clock\"} | CODE",
                "{\"a\":\"\u00e9\u4e2d\",\"mac\":\"CODE\",\"rules\":\"1\"} | {\"a\":\"\u00e9\u4e2d\",\"rules\":\"1\"} | CODE",
                "{\"mac\":\"CODE\",\"mac\":\"OTHER\"} | {\"mac\":\"OTHER\"} | CODE",
                "{} | {} |",
                "{\"rules\":\"1\"} | {\"rules\":\"1\"} |",
                "{\"mac\":5} | {\"mac\":5} |",
                "{\"mac\":\"CODE | {\"mac\":\"CODE |",
                "{\"a\":\",\\\"mac\\\":\\\"CODE\\\"\"} | {\"a\":\",\\\"mac\\\":\\\"CODE\\\"\"} |"
            })
    void stored_metadata_is_taken_apart_byte_by_byte(String stored, String rest, String code) {
        CodedMetadata metadata = CodedMetadata.of(stored.getBytes(UTF_8));

        assertThat(new String(metadata.rest(), UTF_8)).isEqualTo(rest);
        assertThat(metadata.code().orElse(null)).isEqualTo(code);
    }
}
