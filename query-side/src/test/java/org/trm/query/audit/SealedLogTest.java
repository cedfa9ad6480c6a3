package org.trm.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.trm.query.sample.Happenings.BG;
import static org.trm.query.sample.Happenings.RO;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trm.events.CaseEvent;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.ConsistencyProof;
import org.trm.events.proof.EntryBundle;
import org.trm.events.proof.Frontier;
import org.trm.events.proof.Growth;
import org.trm.events.proof.Hash;
import org.trm.events.proof.HashTile;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.Receipt;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.TilePath;
import org.trm.events.proof.VerifierKey;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Role;
import org.trm.query.EventLog;
import org.trm.query.QueryService;
import org.trm.query.TestDatabase;
import org.trm.query.sample.Happenings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever has a signed checkpoint can prove what was recorded before it, by what everybody may fetch. */
class SealedLogTest {
    private static final CaseId CASE = new CaseId(UUID.randomUUID());
    private static final int CASES = 130;
    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE);
    private static final QueryService SERVICE = QueryService.start(DATABASE, LOG);
    private static final String AUDITOR = SERVICE.issuer.token("auditor", "BG-NRM", Role.AUDITOR);

    private static long recorded;

    @BeforeAll
    static void record() {
        Happenings of = new Happenings(CASE);
        record(0, of.opened(), of.drafted(new ReferralId(UUID.randomUUID()), BG, RO), of.needsAssessed(null));
        for (int i = 0; i < CASES; i++) {
            Happenings other = new Happenings(new CaseId(UUID.randomUUID()));
            record(0, other.opened(), other.needsAssessed(null));
        }
    }

    private static void record(long version, CaseEvent... events) {
        LOG.append(version, List.of(events));
        recorded += events.length;
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        LOG.store().shutDown();
        DATABASE.close();
    }

    private static byte[] fetched(String reader, String path) {
        return SERVICE.bytes(reader, path);
    }

    private static VerifierKey key() {
        return VerifierKey.parse(new String(fetched(null, "/api/log/vkey"), UTF_8).strip());
    }

    private static SignedNote signed() {
        return await().atMost(20, SECONDS)
                .ignoreExceptions()
                .until(
                        () -> SignedNote.parse(fetched(null, "/api/log/checkpoint")),
                        note -> Checkpoint.parse(note.text()).size() == recorded);
    }

    private static HashTile tile(TilePath path) {
        return HashTile.parse(fetched(null, "/api/log/" + path), path.width());
    }

    @Test
    void theTilesMakeTheTreeThatWasSigned() {
        Checkpoint signed = Checkpoint.verified(signed(), key());
        Frontier tree = Frontier.EMPTY;
        for (TilePath path : new Growth(0, signed.size()).tiles()) {
            for (Hash hash : path.level() == 0 ? tile(path).hashes() : List.<Hash>of()) {
                tree = tree.append(hash);
            }
        }
        assertThat(tree.size()).isEqualTo(signed.size()).isGreaterThan(HashTile.WIDTH);
        assertThat(tree.root()).isEqualTo(signed.root());
        assertThat(tile(TilePath.ofHashes(1, 0, 1)).hashes())
                .containsExactly(tile(TilePath.ofHashes(0, 0, HashTile.WIDTH)).root());
    }

    @Test
    void everyEntryIsTheLeafOfAStoredEvent() {
        Checkpoint signed = Checkpoint.verified(signed(), key());
        List<LogEntry> entries = new ArrayList<>();
        for (TilePath path : new Growth(0, signed.size()).bundles()) {
            List<byte[]> bundle = EntryBundle.decode(fetched(AUDITOR, "/api/log/" + path), path.width());
            TilePath hashes = TilePath.ofHashes(0, path.index(), path.width());
            assertThat(bundle.stream().map(Hash::leaf).toList())
                    .isEqualTo(tile(hashes).hashes());
            bundle.stream().map(LogEntry::parse).forEach(entries::add);
        }
        assertThat(entries)
                .extracting(LogEntry::eventId)
                .doesNotHaveDuplicates()
                .hasSize((int) recorded);
        assertThat(entries).extracting(LogEntry::salt).doesNotHaveDuplicates();
    }

    @Test
    void entriesAreForAuditors() {
        signed();
        String path = "/api/log/tile/entries/000.p/1";
        assertThat(SERVICE.get(null, path).statusCode()).isEqualTo(401);
        assertThat(SERVICE.get(SERVICE.issuer.token("somebody", "BG-NRM", Role.NATIONAL_FOCAL_POINT), path)
                        .statusCode())
                .isEqualTo(403);
        assertThat(SERVICE.get(AUDITOR, path).statusCode()).isEqualTo(200);
    }

    @Test
    void aCaseKnowsItsLeavesAndEachHasAReceipt() {
        VerifierKey key = key();
        signed();
        JsonNode leaves = JsonMapper.shared()
                .readTree(fetched(AUDITOR, "/api/cases/" + CASE + "/leaves"))
                .get("items");
        assertThat(leaves).hasSize(3);
        for (JsonNode leaf : leaves) {
            Receipt receipt = Receipt.parse(
                    fetched(null, "/api/log/proof/" + leaf.get("leaf").asLong()));
            Hash hash = Hash.leaf(leaf.get("entry").asString().getBytes(UTF_8));
            assertThatCode(() -> receipt.verify(hash, key)).doesNotThrowAnyException();
            assertThat(LogEntry.parse(leaf.get("entry").asString().getBytes(UTF_8))
                            .aggId())
                    .isEqualTo(CASE.toString());
        }
    }

    @Test
    void whoMayNotSeeACaseIsNotToldOfItsLeaves() {
        String stranger = SERVICE.issuer.token("stranger", "DE-KOK", Role.AUDITOR);
        assertThat(SERVICE.get(stranger, "/api/cases/" + CASE + "/leaves").statusCode())
                .isEqualTo(404);
    }

    /** A draft is its sender's alone. */
    @Test
    void aCountryIsToldOfTheLeavesOfWhatItSees() {
        String auditor = SERVICE.issuer.token("auditor", "RO-ANITP", Role.AUDITOR);
        assertThat(SERVICE.get(auditor, "/api/cases/" + CASE + "/leaves").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theLogHasOnlyGrown() {
        Checkpoint before = Checkpoint.verified(signed(), key());
        Happenings of = new Happenings(new CaseId(UUID.randomUUID()));
        record(0, of.opened());
        Checkpoint after = Checkpoint.verified(signed(), key());
        List<Hash> path = new String(
                        fetched(null, "/api/log/growth?from=" + before.size() + "&to=" + after.size()), UTF_8)
                .lines()
                .map(Hash::parse)
                .toList();
        assertThatCode(() ->
                        new ConsistencyProof(before.size(), after.size(), path).verify(before.root(), after.root()))
                .doesNotThrowAnyException();
    }

    @Test
    void whatWasNeverServedIsNotThere() {
        signed();
        for (String path : List.of(
                "tile/0/999",
                "tile/0/0",
                "tile/0/000.p/0",
                "tile/9/000",
                "tile/00/000",
                "tile/nothing",
                "proof/99999999")) {
            assertThat(SERVICE.get(AUDITOR, "/api/log/" + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(SERVICE.get(null, "/api/log/growth?from=0&to=1").body()).contains("MALFORMED_PARAMETER", "from");
        assertThat(SERVICE.get(null, "/api/log/growth?from=1&to=999999").body()).contains("MALFORMED_PARAMETER", "to");
    }

    @Test
    void aTileIsKeptAndACheckpointIsNot() {
        signed();
        assertThat(SERVICE.get(null, "/api/log/tile/0/000").headers().allValues("Cache-Control"))
                .containsExactly("public, max-age=31536000, immutable");
        assertThat(SERVICE.get(null, "/api/log/checkpoint").headers().allValues("Cache-Control"))
                .containsExactly("private, no-store");
        assertThat(SERVICE.get(null, "/api/log/checkpoint").headers().firstValue("Content-Type"))
                .contains("text/plain;charset=utf-8");
    }

    @Test
    void whoeverAsksIsToldWhichWitnessesThereAre() {
        assertThat(new String(fetched(null, "/api/log/witnesses"), UTF_8)).startsWith("{\"items\":[]");
    }
}
