package org.trm.events.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trm.events.ReferralEvent.ReferralDeclined;

/** What this version of the software does not know stops whoever reads; it is never skipped and never guessed. */
class StrictReadingTest {
    private static final String CASE = "\"caseId\":\"019c9f3e-6a40-7d21-93c5-5f0e8a1b2c3d\"";
    private static final String REFERRAL = "\"referralId\":\"019c9f41-0b80-7e32-84d6-60ff9b2c3d4e\"";
    private static final String REASON = "\"reason\":\"NO_SUITABLE_SERVICE\"";
    private static final String DECLINED = "trm.case.ReferralDeclined";

    private final EventSerializer serializer = new EventSerializer();

    private Object read(String type, String revision, String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json.getBytes(StandardCharsets.UTF_8), byte[].class, type, revision));
    }

    private static String json(String... properties) {
        return "{" + String.join(",", properties) + "}";
    }

    @Test
    void anEventThatIsKnownIsRead() {
        assertThat(read(DECLINED, "1", json(CASE, REFERRAL, REASON))).isInstanceOf(ReferralDeclined.class);
    }

    @ParameterizedTest
    @CsvSource({"trm.case.ReferralDeclined,2", "trm.case.ReferralDeclined,", "trm.case.ReferralTurnedDown,1"})
    void anUnknownNameOrRevisionStopsTheReader(String type, String revision) {
        assertThatThrownBy(() -> read(type, revision, json(CASE, REFERRAL, REASON)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining(type)
                .hasMessageContaining("upgrade this node");
    }

    @Test
    void theNameOfAClassIsNoNameOfAnEvent() {
        assertThatThrownBy(() -> read(ReferralDeclined.class.getName(), "1", json(CASE, REFERRAL, REASON)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"reason\":\"NO_SUITABLE_SERVICE\",\"since\":\"2026-03-02\"",
                "\"reason\":\"NO_SUITABLE_SERVICES\"",
                "\"reason\":\"no_suitable_service\"",
                "\"reason\":\"\"",
                "\"reason\":2",
                "\"reason\":[\"NO_SUITABLE_SERVICE\"]",
                "\"reason\":{\"code\":\"NO_SUITABLE_SERVICE\"}",
                "\"reason\":\"NO_SUITABLE_SERVICE\"} {\"and\":\"more\""
            })
    void anUnknownPropertyCodeOrShapeStopsTheReaderAndIsNotQuoted(String reason) {
        assertThatThrownBy(() -> read(DECLINED, "1", json(CASE, REFERRAL, reason)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining(DECLINED)
                .hasMessageNotContaining("SERVICE")
                .hasMessageNotContaining("2026");
    }

    @Test
    void aCodeThatNobodyKnowsStopsTheReader() {
        assertThatThrownBy(() -> read("trm.directory.ReferralsPaused", "1", json("\"country\":\"ZZ\"")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageNotContaining("ZZ");
    }

    @Test
    void whatIsNoEventIsNotStored() {
        assertThatThrownBy(() -> serializer.serialize("text", byte[].class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not an event");
    }
}
