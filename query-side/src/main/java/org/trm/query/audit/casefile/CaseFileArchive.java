package org.trm.query.audit.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Writes a case file. */
final class CaseFileArchive {
    private static final String CONTENT_WITHHELD = "It says more than the reader may know.";
    private static final String REDACTED_WITHHELD =
            "What was sealed in it was taken out, and the reader is not given the event that proves it.";
    private static final String METADATA_WITHHELD = "It says who acted, which the reader may not know.";

    private final CaseFile file;
    private final String record;
    private final IntConsumer written;
    private final Map<String, String> withheld = new TreeMap<>();
    private int told;

    /**
     * @param record the address at which it is told that it was taken away
     * @param written is told, each time, how many more files were written
     */
    CaseFileArchive(CaseFile file, String record, IntConsumer written) {
        this.file = file;
        this.record = record;
        this.written = written;
    }

    /** Leaves the stream open. */
    void writeTo(OutputStream out) throws IOException {
        Archive archive = new Archive(out, file.madeAt());
        archive.add("README.txt", Readme.of(file, record).getBytes(UTF_8));
        String timeline = TimelineDocument.of(file);
        archive.add("timeline.html", timeline.getBytes(UTF_8));
        archive.add("timeline.pdf", Pages.of(timeline, file.madeAt()));
        archive.add("checkpoint", file.checkpoint().bytes());
        archive.add("vkey", (String.join("\n", file.keys()) + "\n").getBytes(UTF_8));
        tell(archive);
        for (ProvenEvent event : file.events()) {
            add(archive, event);
            tell(archive);
        }
        archive.add("manifest.json", Manifest.of(file, record, withheld, archive.hashes()));
        archive.finish();
        tell(archive);
    }

    private void tell(Archive archive) {
        int now = archive.hashes().size();
        written.accept(now - told);
        told = now;
    }

    private void add(Archive archive, ProvenEvent event) throws IOException {
        String name = event.version() + ".json";
        archive.add("entries/" + name, event.entry());
        archive.add("proofs/" + event.version() + ".tlog-proof", event.receipt().bytes());
        boolean proven = event.redacted() == null || file.events().stream().anyMatch(ProvenEvent::tellsOfRedaction);
        add(
                archive,
                "events/" + name,
                event.content().filter(content -> proven),
                event.content().isPresent() ? REDACTED_WITHHELD : CONTENT_WITHHELD);
        add(archive, "events/" + event.version() + ".metadata.json", event.metadata(), METADATA_WITHHELD);
    }

    private void add(Archive archive, String name, Optional<byte[]> content, String because) throws IOException {
        if (content.isPresent()) {
            archive.add(name, content.get());
        } else {
            withheld.put(name, because);
        }
    }
}
