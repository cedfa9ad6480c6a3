package org.trm.events.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An entry says where an event stands and what was stored, and has one form only. */
class LogEntryTest {
    private static final byte[] PAYLOAD = "{\"caseId\":\"7c9e6679-7425-40de-944b-e07fc1f90ae7\"}".getBytes(UTF_8);
    private static final byte[] META = "{}".getBytes(UTF_8);
    private static final String SALT = LogEntry.salt(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"));
    private static final LogEntry ENTRY = new LogEntry(
            "ReferralCase",
            "7c9e6679-7425-40de-944b-e07fc1f90ae7",
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            42,
            LogEntry.hash(META),
            LogEntry.hash(PAYLOAD),
            "1",
            SALT,
            3,
            "2026-11-23T10:15:30.123456Z",
            "HandoverAccepted");
    private static final String JSON = "{\"agg\":\"ReferralCase\",\"aggId\":\"7c9e6679-7425-40de-944b-e07fc1f90ae7\","
            + "\"eventId\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"gidx\":42,"
            + "\"meta\":\"RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o\","
            + "\"payload\":\"fFzphBvNFzJrjuuf5UvRHsbB9OZrxm-4zxpRTbwN2GU\",\"rev\":\"1\","
            + "\"salt\":\"AAECAwQFBgcICQoLDA0ODw\",\"seq\":3,\"ts\":\"2026-11-23T10:15:30.123456Z\","
            + "\"type\":\"HandoverAccepted\",\"v\":1}";

    /** Also made by another implementation, in Go. */
    @Test
    void itIsWrittenByteByByteAsIsKnown() {
        assertThat(ENTRY.bytes()).asString(UTF_8).isEqualTo(JSON);
        assertThat(ENTRY.bytes()).hasSize(354);
        assertThat(ENTRY.leaf()).hasToString("pYK8+Z6rEEfCB4qOwJzN6VAl2YRzPZ/HYMlBqR+kglc=");
        assertThat(LogEntry.parse(JSON.getBytes(UTF_8))).isEqualTo(ENTRY);
    }

    @Test
    void itNamesTheStoredBytesAndNoOthers() {
        assertThat(ENTRY.names(PAYLOAD, META)).isTrue();
        for (int bit = 0; bit < PAYLOAD.length * Byte.SIZE; bit++) {
            assertThat(ENTRY.names(Flips.flipped(PAYLOAD, bit), META)).isFalse();
        }
        assertThat(ENTRY.names(PAYLOAD, "{ }".getBytes(UTF_8))).isFalse();
        assertThat(ENTRY.names(META, PAYLOAD)).isFalse();
    }

    @Property
    void whateverItSaysIsReadAgain(
            @ForAll @StringLength(min = 1, max = 30) String agg,
            @ForAll @StringLength(max = 30) String rev,
            @ForAll @LongRange(min = 0, max = (1L << 53) - 1) long gidx) {
        if (isText(agg) && isText(rev)) {
            LogEntry entry = new LogEntry(
                    agg, "id", "event", gidx, ENTRY.meta(), ENTRY.payload(), rev, SALT, gidx, "now", "Some");
            assertThat(LogEntry.parse(entry.bytes())).isEqualTo(entry);
        }
    }

    private static boolean isText(String text) {
        return new String(text.getBytes(UTF_8), UTF_8).equals(text);
    }

    @Test
    void recordsOfAnotherMakeAreNamedInTheSameWay() {
        LogEntry reading = new LogEntry(
                "Reading", "r", "e", 7, ENTRY.meta(), ENTRY.payload(), "", SALT, 0, "2026-11-23T10:15:30Z", "Opened");

        assertThat(LogEntry.parse(reading.bytes())).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"gidx\":42 | \"gidx\":042",
                "\"gidx\":42 | \"gidx\":42.0",
                "\"gidx\":42 | \"gidx\":4.2e1",
                "\"gidx\":42 | \"gidx\":-42",
                "\"gidx\":42 | \"gidx\":9007199254740992",
                "\"gidx\":42 | \"gidx\":92233720368547758080",
                "\"gidx\":42 | \"gidx\":\"42\"",
                "\"gidx\":42 | \"gidx\":null",
                "\"gidx\":42 | \"gidx\":",
                "\"rev\":\"1\" | \"rev\":1",
                "\"rev\":\"1\" | \"rev\":\"\\u0031\"",
                "\"rev\":\"1\" | \"rev\":\"\\u000A\"",
                "\"rev\":\"1\" | \"rev\":\"\\u000a\"",
                "\"rev\":\"1\" | \"rev\":\"\\/\"",
                "\"rev\":\"1\" | \"rev\":\"\\ud800\"",
                "\"rev\":\"1\" | \"rev\":\"\\u00",
                "\"rev\":\"1\" | \"rev\":\"1\",\"rev\":\"1\"",
                "\"rev\":\"1\" | \"rev\":\"1\",\"rew\":\"1\"",
                "\"rev\":\"1\", | ``",
                "\"rev\" | \"Rev\"",
                "\"v\":1 | \"v\":2",
                "\"v\":1 | \"v\":\"1\"",
                "\"v\":1} | `\"v\":1} `",
                "\"v\":1} | \"v\":1}{}",
                "\"v\":1} | \"v\":1,}",
                "\"v\":1} | \"v\":1",
                "{\"agg\" | { \"agg\"",
                "{\"agg\" | [\"agg\"",
                "\"agg\":\"ReferralCase\" | \"agg\":\"\"",
                "\"seq\":3 | \"seq\":3,\"seq\":3",
                "AAECAwQFBgcICQoLDA0ODw | AAECAwQFBgcICQoLDA0ODw==",
                "AAECAwQFBgcICQoLDA0ODw | AAECAwQFBgcICQoLDA0ODx",
                "AAECAwQFBgcICQoLDA0ODw | AAECAwQFBgcICQoLDA0O",
                "RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o | RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o",
                "RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o | RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq",
            })
    void anyOtherFormIsRefused(String part, String otherwise) {
        String changed = JSON.replace(part, otherwise == null ? "" : otherwise);

        assertThat(changed).isNotEqualTo(JSON);
        assertThatThrownBy(() -> LogEntry.parse(changed.getBytes(UTF_8))).isInstanceOf(Malformed.class);
    }

    @Test
    void membersInAnotherOrderAreRefused() {
        String changed = JSON.replace(",\"v\":1", "").replace("{\"agg\"", "{\"v\":1,\"agg\"");

        assertThatThrownBy(() -> LogEntry.parse(changed.getBytes(UTF_8)))
                .hasMessage("An entry is not in its canonical form (RFC 8785).");
    }

    @Test
    void whatIsCutOrNotUtf8IsRefused() {
        byte[] whole = JSON.getBytes(UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> LogEntry.parse(cut)).isInstanceOf(Malformed.class);
        }
        byte[] noText = JSON.replace("ReferralCase", "Refe\u00e9ralCase").getBytes(ISO_8859_1);
        assertThatThrownBy(() -> LogEntry.parse(noText)).hasMessage("An entry is not UTF-8.");
    }

    @Test
    void whatCannotBeAnEntryIsRefusedWhenItIsMade() {
        assertThatThrownBy(() -> of("half \ud83d", 1)).hasMessage("An entry holds half of a character.");
        assertThatThrownBy(() -> of("Case", -1)).hasMessageStartingWith("The numbers of an entry are from 0 to");
        assertThatThrownBy(() -> of("Case", 1L << 53)).hasMessageStartingWith("The numbers of an entry are from 0 to");
        LogEntry tooLong = of("C".repeat(4096), 1);
        assertThatThrownBy(tooLong::bytes).hasMessageStartingWith("An entry has at most 4096 bytes");
        assertThatThrownBy(() -> LogEntry.parse(new byte[4097]))
                .hasMessage("An entry has at most 4096 bytes, not 4097.");
    }

    private static LogEntry of(String agg, long gidx) {
        return new LogEntry(agg, "id", "event", gidx, ENTRY.meta(), ENTRY.payload(), "", SALT, 0, "now", "Some");
    }
}
