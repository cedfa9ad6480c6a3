package org.trm.deploy.verifier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.trm.events.proof.EntryBundle;
import org.trm.events.proof.Hash;
import org.trm.events.proof.HashTile;
import org.trm.events.proof.LogEntry;
import org.trm.events.proof.Malformed;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.TilePath;

/** What a log serves, read as what it must be. What is missing is {@link Unreachable}; what is something else, Malformed. */
final class LogFiles {
    private static final int LONGEST_NOTE = 1 << 20;
    private static final int LONGEST_BUNDLE = HashTile.WIDTH * (Short.BYTES + LogEntry.LONGEST);
    private static final int REMEMBERED = 64;

    private final Served served;
    private final Map<TilePath, HashTile> recent = new LinkedHashMap<>(REMEMBERED, 1, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, HashTile> eldest) {
            return size() > REMEMBERED;
        }
    };

    LogFiles(Served served) {
        this.served = served;
    }

    SignedNote checkpoint() {
        return SignedNote.parse(served.read("checkpoint", LONGEST_NOTE)
                .orElseThrow(() -> new Unreachable("there is no checkpoint where the log should be.")));
    }

    HashTile tile(TilePath path) {
        return recent.computeIfAbsent(path, this::read);
    }

    private HashTile read(TilePath path) {
        return new HashTile(read(
                path,
                HashTile.WIDTH * Hash.LENGTH,
                (body, width) -> HashTile.parse(body, width).hashes()));
    }

    List<byte[]> bundle(TilePath path) {
        return read(path, LONGEST_BUNDLE, EntryBundle::decode);
    }

    /** When a tile has become full, the log need no longer serve what it was before (C2SP tlog-tiles, "Partial Tiles"). */
    private <T> List<T> read(TilePath path, int longest, BiFunction<byte[], Integer, List<T>> parse) {
        Optional<byte[]> partial = served.read(path.toString(), longest);
        if (partial.isPresent()) {
            return parsed(path, () -> parse.apply(partial.get(), path.width()));
        }
        byte[] full = served.read(path.full().toString(), longest)
                .orElseThrow(() -> new Unreachable("the log does not serve " + path + ", which its checkpoint needs."));
        return parsed(path.full(), () -> parse.apply(full, HashTile.WIDTH).subList(0, path.width()));
    }

    private static <T> T parsed(TilePath path, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (Malformed e) {
            throw new Malformed("What is served as " + path + " is none. " + e.getMessage());
        }
    }
}
