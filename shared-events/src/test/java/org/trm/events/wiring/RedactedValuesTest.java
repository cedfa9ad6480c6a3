package org.trm.events.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trm.events.PersonalEvent.PersonalDataRecorded;
import org.trm.events.Samples;
import org.trm.events.types.Sealed;

/** An event out of which was taken what was sealed is the same event, but for that. */
class RedactedValuesTest {
    private static final PersonalDataRecorded WHOLE = Samples.full(PersonalDataRecorded.class);

    private final EventSerializer serializer = new EventSerializer();

    private String stored(PersonalDataRecorded event) {
        return new String(serializer.serialize(event, byte[].class).getData(), UTF_8);
    }

    private Object read(String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(
                json.getBytes(UTF_8),
                byte[].class,
                EventCatalogue.nameOf(PersonalDataRecorded.class),
                EventCatalogue.revisionOf(PersonalDataRecorded.class)));
    }

    private static PersonalDataRecorded recorded(Sealed value) {
        return new PersonalDataRecorded(WHOLE.caseId(), value, WHOLE.occurredOn());
    }

    /** As the database does it, to the bytes. */
    private static String withoutCiphertext(String json) {
        return json.replaceFirst(",\"c\":\"[A-Za-z0-9_-]+\"}", "}");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "019c9f3e-6a40-7d21-93c5-5f0e8a1b2c3e")
    void whatIsLeftIsReadAndWrittenAsItIsStored(UUID act) {
        Sealed whole = WHOLE.sealed();
        PersonalDataRecorded before = recorded(
                new Sealed(whole.caseId(), whole.epoch(), whole.dataClass(), whole.field(), act, whole.ciphertext()));
        String left = withoutCiphertext(stored(before));

        assertThat(left).isNotEqualTo(stored(before)).doesNotContain(whole.ciphertext());
        assertThat(read(left)).isEqualTo(recorded(before.sealed().redacted()));
        assertThat(stored(recorded(before.sealed().redacted()))).isEqualTo(left);
    }

    @Test
    void nothingElseMayBeMissing() {
        String left = withoutCiphertext(stored(WHOLE));
        assertThatThrownBy(() -> read(left.replaceFirst(",\"e\":1", ""))).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> read(left.replaceFirst(",\"a\":\"[^\"]+\"", "")))
                .isInstanceOf(UnreadableEvent.class);
    }
}
