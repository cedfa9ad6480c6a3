package org.trm.query.audit.casefile;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trm.events.proof.CanonicalJson;
import org.trm.events.types.Code;

/**
 * What a case file says of itself and of its files: canonical JSON (RFC 8785) of names and texts, in which
 * {@code sha256:README.txt} names the hash of that file, and {@code withheld:events/3.json} why there is none such, and
 * {@code redacted:events/3.json} by what something was taken out of that event.
 */
final class Manifest {
    private Manifest() {}

    /**
     * @param withheld why, by the names of the files that there are not
     * @param hashes in hexadecimal, by the names of the files that there are
     */
    static byte[] of(CaseFile file, String record, Map<String, String> withheld, Map<String, String> hashes) {
        Map<String, Object> said = new TreeMap<>();
        said.put("form", "trm-case-file/1");
        said.put("caseId", file.caseId().toString());
        said.put("reference", file.reference().value());
        said.put("version", file.version());
        said.put(
                "events",
                file.events().stream()
                        .map(event -> Long.toString(event.version()))
                        .collect(Collectors.joining(" ")));
        said.put("madeAt", file.madeAt().toString());
        said.put("record", record);
        said.put("reader", file.reader().toString());
        said.put("role", file.scope().role().name());
        put(said, "country", file.scope().country());
        put(said, "organisation", file.scope().organisation());
        file.events().stream()
                .filter(event -> event.redacted() != null)
                .forEach(event -> said.put("redacted:events/" + event.version() + ".json", event.redacted()));
        withheld.forEach((name, because) -> said.put("withheld:" + name, because));
        hashes.forEach((name, hash) -> said.put("sha256:" + name, hash));
        return CanonicalJson.bytes(said);
    }

    private static void put(Map<String, Object> said, String name, Code code) {
        if (code != null) {
            said.put(name, code.value());
        }
    }
}
