package org.trm.events.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A log with known keys, and the files that it is served as. */
public record SampleLog(List<byte[]> entries) {
    public static final VerifierKey LOG =
            VerifierKey.parse("trm.example/ledger+719f9284+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4");
    public static final VerifierKey WITNESS =
            VerifierKey.parse("witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X");
    public static final NoteSigner SIGNER = NoteSigner.ofSeed(LOG, seed(0));
    public static final byte[] SEED_OF_THE_WITNESS = seed(32);
    public static final NoteSigner COSIGNER = NoteSigner.ofSeed(WITNESS, SEED_OF_THE_WITNESS);
    public static final long SEEN = 1_700_000_000;

    private static byte[] seed(int first) {
        byte[] seed = new byte[32];
        IntStream.range(0, seed.length).forEach(i -> seed[i] = (byte) (first + i));
        return seed;
    }

    /** What happened, one after the other, to three cases in turn. */
    public static SampleLog of(int size) {
        return new SampleLog(IntStream.range(0, size).mapToObj(SampleLog::entry).toList());
    }

    private static byte[] entry(int index) {
        return entry("case-" + index % 3, "event-" + index, index / 3, index);
    }

    public static byte[] entry(String aggId, String eventId, long seq, long gidx) {
        String stored = LogEntry.hash((aggId + seq).getBytes(UTF_8));
        String salt = LogEntry.salt(HexFormat.of().parseHex(String.format("%032x", gidx)));
        return new LogEntry(
                        "Case", aggId, eventId, gidx, stored, stored, "1", salt, seq, "2026-11-23T10:15:30Z", "Some")
                .bytes();
    }

    public int size() {
        return entries.size();
    }

    /** As it was when it had this many entries. */
    public SampleLog first(int size) {
        return new SampleLog(entries.subList(0, size));
    }

    /** With another entry in one place. */
    public SampleLog with(int index, byte[] entry) {
        List<byte[]> changed = new ArrayList<>(entries);
        changed.set(index, entry);
        return new SampleLog(changed);
    }

    public Tree tree() {
        return new Tree(entries.stream().map(Hash::leaf).toList());
    }

    public Checkpoint checkpoint() {
        return new Checkpoint(LOG.name(), size(), tree().frontier().root());
    }

    public SignedNote signed() {
        return checkpoint().sign(SIGNER);
    }

    public SignedNote cosigned() {
        return signed().plus(COSIGNER.cosign(checkpoint().text(), SEEN));
    }

    public Receipt receipt(int index) {
        InclusionProof proof = InclusionProof.of(index, size(), tree().quick());
        return new Receipt(index, proof.path(), signed());
    }

    /** By their paths below the log. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Growth all = new Growth(0, size());
        files.put("checkpoint", cosigned().bytes());
        all.tiles(tree().leaves(), path -> null).forEach((path, tile) -> files.put(path.toString(), tile.bytes()));
        all.bundles().forEach(path -> files.put(path.toString(), EntryBundle.encode(bundled(path))));
        return files;
    }

    private List<byte[]> bundled(TilePath path) {
        int first = (int) path.index() * HashTile.WIDTH;
        return entries.subList(first, first + path.width());
    }
}
