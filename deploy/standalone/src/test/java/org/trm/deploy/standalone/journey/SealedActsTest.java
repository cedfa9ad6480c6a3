package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.Hash;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.Receipt;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.Unproven;
import org.trm.events.proof.VerifierKey;
import tools.jackson.databind.JsonNode;

/** Whoever acts can take home the proof that she did, and whoever reads leaves one that she read. */
class SealedActsTest extends Journey {
    private static final Map<String, Object> NEEDS = Map.of("needs", List.of("SHELTER"));

    private VerifierKey key(String log) {
        return VerifierKey.parse(
                coordinator.gets(log + "/vkey", Map.of()).http().body().strip());
    }

    private static byte[] entry(JsonNode sealed) {
        return sealed.path("entry").asString().getBytes(UTF_8);
    }

    @Test
    void who_waits_for_it_is_given_the_receipt_of_her_act() {
        Her her = identified();
        Answer answer = bulgaria.focalPoint.posts(
                her.address("/needs"), NEEDS, Map.of("Prefer", "respond-async, trm-sealed, wait=10"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Preference-Applied")).isEqualTo("trm-sealed");
        JsonNode sealed = answer.body().at("/sealed/0");
        assertThat(sealed.path("version").asLong()).isEqualTo(answer.version());
        Receipt receipt = Receipt.parse(sealed.path("receipt").asString().getBytes(UTF_8));
        Checkpoint signed = receipt.verify(Hash.leaf(entry(sealed)), key("/api/log"));
        assertThat(signed.size()).isGreaterThan(sealed.path("leaf").asLong());
        LogEntry entry = LogEntry.parse(entry(sealed));
        assertThat(entry.aggId()).isEqualTo(her.caseId());
        assertThat(entry.seq() + 1).isEqualTo(answer.version());
        assertThat(entry.type()).isEqualTo("trm.case.NeedsAssessed");
        assertThatThrownBy(() -> receipt.verify(Hash.leaf("another".getBytes(UTF_8)), key("/api/log")))
                .isInstanceOf(Unproven.class);
    }

    @Test
    void who_does_not_wait_is_answered_at_once() {
        Her her = identified();
        Answer answer = bulgaria.focalPoint.posts(her.address("/needs"), NEEDS, Map.of("Prefer", "wait=10"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().has("sealed")).isFalse();
        assertThat(bulgaria.focalPoint
                        .posts(her.address("/needs"), NEEDS, Map.of("Prefer", "trm-sealed, wait=0"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void that_somebody_read_is_sealed_in_a_log_of_its_own() {
        Her her = received();
        bulgaria.focalPoint.acts(
                her, "/person", Map.of("identity", Map.of("familyName", "Synthetic", "givenNames", "Person")));
        bulgaria.focalPoint.shown(her, "IDENTITY");
        eventually(() -> {
            Answer answer = coordinator.gets("/api/log/readings/checkpoint", Map.of());
            assertThat(answer.status()).isEqualTo(200);
            String note = answer.http().body();
            VerifierKey readings = key("/api/log/readings");
            Checkpoint signed = Checkpoint.verified(SignedNote.parse(note.getBytes(UTF_8)), readings);
            assertThat(signed.size()).isPositive();
            assertThat(signed.origin()).isEqualTo(key("/api/log").name() + "/readings");
        });
    }
}
