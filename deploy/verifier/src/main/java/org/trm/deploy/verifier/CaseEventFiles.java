package org.trm.deploy.verifier;

import java.util.List;

/** The names of the files of one event. */
record CaseEventFiles(String content, String metadata, String entry, String proof) {
    static CaseEventFiles of(long version) {
        return new CaseEventFiles(
                "events/" + version + ".json",
                "events/" + version + ".metadata.json",
                "entries/" + version + ".json",
                "proofs/" + version + ".tlog-proof");
    }

    List<String> all() {
        return List.of(content, metadata, entry, proof);
    }
}
