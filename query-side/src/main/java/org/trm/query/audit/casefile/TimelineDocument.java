package org.trm.query.audit.casefile;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trm.query.timeline.TimelineEntry;
import org.trm.query.timeline.Words;
import org.trm.query.web.Html;

/** What happened, sentence by sentence, to be read and printed. */
final class TimelineDocument {
    private TimelineDocument() {}

    static String of(CaseFile file) {
        return new Html("Case " + file.reference())
                .heading(1, "What happened in the case " + file.reference())
                .paragraph("As it was told on " + Html.moment(file.madeAt()) + " to a reader in the role "
                        + Words.of(file.scope().role()) + " of "
                        + file.scope().country().displayName()
                        + ", as of version " + file.version() + " of the case. The number of a line is that of the "
                        + "files that prove it.")
                .table(
                        List.of("No.", "Recorded", "Happened on", "What happened", "By"),
                        file.events().stream()
                                .map(event -> row(event.told().entry(), event.redacted()))
                                .toList())
                .text();
    }

    private static List<String> row(TimelineEntry entry, String redacted) {
        return List.of(
                Long.toString(entry.version()),
                entry.at().toString(),
                Objects.toString(entry.occurredOn(), ""),
                joined(entry.sentence(), entry.detail(), correction(entry), redacted),
                joined(entry.actingOrganisation(), entry.actingRole() == null ? null : Words.of(entry.actingRole())));
    }

    private static String correction(TimelineEntry entry) {
        return entry.correctedBy() == null ? null : "Corrected by line " + entry.correctedBy() + ".";
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
