package org.trm.query.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.PersonalField;
import org.trm.query.person.OpeningLine;
import org.trm.query.person.Person;
import org.trm.query.timeline.TimelineEntry;
import org.trm.query.timeline.Words;
import org.trm.query.web.Html;
import tools.jackson.databind.JsonNode;

/** The copy as a document that she can read and keep: one file, which asks no other for anything. */
final class CopyDocument {
    static final MediaType TYPE = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private final PersonsCopy copy;
    private final Html html;

    private CopyDocument(PersonsCopy copy) {
        this.copy = copy;
        this.html = new Html("Case " + copy.reference());
    }

    static String of(PersonsCopy copy) {
        CopyDocument document = new CopyDocument(copy);
        document.preface();
        document.minimalDataSet();
        document.responsible();
        document.byName();
        document.documents();
        document.consents();
        document.sharedWith();
        document.openings();
        document.timeline();
        return document.html.text();
    }

    private void preface() {
        html.heading(1, "What " + copy.country().displayName() + " holds about you")
                .paragraph("This is a copy of what is recorded about you in the case " + copy.reference()
                        + " of the Transnational Referral Mechanism, as of its entry number " + copy.version()
                        + ". It was made on " + at(copy.madeAt()) + ", because you asked for it (article 15 of the "
                        + "General Data Protection Regulation).");
    }

    private void minimalDataSet() {
        html.heading(2, "What is recorded about you without your name");
        MinimalDataSet known = copy.minimalDataSet();
        if (known == null) {
            html.paragraph("This country does not hold it any more.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        row(rows, "Age", known.ageBand(), Words::of);
        row(rows, "Treated as a child", copy.minor(), minor -> minor ? "yes" : "no");
        row(rows, "Gender", known.gender(), Words::of);
        row(rows, "Language", known.language(), Words::of);
        row(rows, "Citizenship", known.citizenship(), Words::of);
        row(rows, "Exploitation", known.exploitation(), Words::of);
        row(rows, "Needs", known.needs(), needs -> needs.isEmpty() ? "none" : Words.all(needs));
        row(rows, "Urgency", known.urgency(), Words::of);
        row(rows, "Risk", known.riskLevel(), Words::of);
        row(rows, "Legal stay", known.legalStayNeed(), Words::of);
        html.table(List.of("What", "As recorded"), rows);
    }

    private static <T> void row(List<List<String>> rows, String name, T value, Function<T, String> words) {
        if (value != null) {
            rows.add(List.of(name, words.apply(value)));
        }
    }

    private void responsible() {
        html.heading(2, "Which countries are and were responsible for you")
                .table(
                        List.of("Country", "Organisation", "From", "Until"),
                        copy.responsible().stream()
                                .map(link -> List.of(
                                        link.country().displayName(),
                                        link.organisation().value(),
                                        at(link.since()),
                                        link.until() == null ? "" : at(link.until())))
                                .toList());
    }

    private void byName() {
        html.heading(2, "What is recorded about you by name");
        if (copy.erased() != null) {
            html.paragraph("What was recorded about you by name was erased on " + at(copy.erased())
                    + ": nobody can read it any more.");
        } else if (copy.fields().isEmpty()) {
            html.paragraph("Nothing is recorded.");
        } else {
            copy.fields().forEach(this::field);
        }
        copy.withheld()
                .forEach(withheld -> html.heading(3, words(withheld.field())).paragraph(withheld.because()));
    }

    private void documents() {
        html.heading(2, "Documents about you");
        if (copy.erased() != null) {
            html.paragraph("What documents there were about you were erased on " + at(copy.erased()) + " as well.");
            return;
        }
        if (copy.documents().isEmpty()) {
            html.paragraph("There are none that this country can read.");
            return;
        }
        html.paragraph("Each is a file of its own, which is given to you with this copy.");
        for (Person.Document document : copy.documents()) {
            html.heading(3, words(document.described().field())).paragraph("Document " + document.documentId() + ".");
            described(document.described());
        }
    }

    private void field(Person.Field field) {
        html.heading(3, words(field.field()));
        described(field);
        copy.replaced().stream()
                .filter(replaced -> replaced.was().field() == field.field())
                .forEach(this::replaced);
    }

    private void replaced(Person.Replaced replaced) {
        html.paragraph(
                "Something else was recorded before, and replaced by entry number " + replaced.replacedIn() + ":");
        described(replaced.was());
    }

    private void described(Person.Field field) {
        switch (field.state()) {
            case KNOWN -> {
                html.paragraph("Recorded on " + at(field.recordedAt()) + " (entry number " + field.recordedIn() + ").");
                value(field.value());
            }
            case WITHHELD ->
                html.paragraph(
                        "This country holds nothing of it that it could read: it was not recorded here, or belongs to "
                                + "another country that is or was responsible for you.");
            case ERASED -> html.paragraph("It was erased on " + at(field.since()) + ".");
            case UNAVAILABLE ->
                html.paragraph("It is recorded and could not be read when this copy was made: ask for another copy.");
        }
    }

    private void value(JsonNode value) {
        List<List<String>> rows = new ArrayList<>();
        value.properties().forEach(entry -> {
            if (entry.getKey().equals("text")) {
                html.quoted(entry.getValue().asString());
            } else if (entry.getValue().isArray()) {
                entry.getValue().forEach(this::value);
            } else {
                rows.add(List.of(named(entry.getKey()), entry.getValue().asString()));
            }
        });
        if (!rows.isEmpty()) {
            html.table(List.of("What", "As recorded"), rows);
        }
    }

    private void consents() {
        html.heading(2, "What you consented to, and what you took back");
        if (copy.consents().isEmpty()) {
            html.paragraph("No consent is recorded.");
        } else {
            html.list(copy.consents().stream().map(CopyDocument::told).toList());
        }
    }

    private void sharedWith() {
        html.heading(2, "With which countries your case was shared");
        if (copy.sharedWith().isEmpty()) {
            html.paragraph("With none.");
        } else {
            html.table(
                    List.of("Country", "Organisation there", "Since", "How far that has come"),
                    copy.sharedWith().stream()
                            .map(shared -> List.of(
                                    shared.country().displayName(),
                                    shared.organisation() == null
                                            ? ""
                                            : shared.organisation().value(),
                                    at(shared.since()),
                                    Words.of(shared.state())))
                            .toList());
        }
    }

    private void openings() {
        html.heading(2, "Who has opened what is recorded about you by name")
                .paragraph("Members of staff are named by a number that stands for one person.");
        if (copy.openings().isEmpty()) {
            html.paragraph("Nobody has.");
        } else {
            html.table(
                    List.of("When", "Country", "As", "For", "On what ground", "What", "Who"),
                    copy.openings().stream().map(CopyDocument::opened).toList());
        }
    }

    private static List<String> opened(OpeningLine line) {
        return List.of(
                at(line.at()),
                line.country().displayName(),
                Words.of(line.role()),
                Words.of(line.purpose()),
                line.legalGround() == null ? "" : Words.of(line.legalGround()),
                line.fields().isEmpty()
                        ? "nothing, for nothing could be opened"
                        : line.fields().stream().map(CopyDocument::words).collect(Collectors.joining("; ")),
                line.reader().toString());
    }

    private void timeline() {
        html.heading(2, "What has happened in your case")
                .list(copy.timeline().stream().map(CopyDocument::told).toList());
    }

    private static String told(TimelineEntry entry) {
        return Stream.of(at(entry.at()) + ": " + entry.sentence(), entry.detail())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String at(Instant moment) {
        return Html.moment(moment);
    }

    private static String words(PersonalField field) {
        return switch (field) {
            case IDENTITY -> "Your name, birth and civil status";
            case PAPERS -> "Your papers";
            case CONTACT -> "How to reach you";
            case WHEREABOUTS -> "Where you are";
            case TRAVEL_PLAN -> "How you travel";
            case ACCOUNT -> "What was done to you";
            case HANDOVER_NOTE -> "What those who receive you must know about your health";
            case HEALTH_NOTE -> "What a doctor noted";
            case PSYCHOSOCIAL_NOTE -> "What a therapist noted";
            case RESIDENCE -> "Your permits and residence";
            case ASYLUM -> "Your asylum procedure";
            case PROCEEDINGS -> "Proceedings and testimony";
            case OFFENCES -> "Offences that you were made to commit";
            case PERPETRATORS -> "Those who are said to have exploited you";
            case FAMILY -> "Your family";
            case RISK -> "What you must fear, and from whom";
        };
    }

    /** {@code familyName} reads "Family name". */
    private static String named(String key) {
        return capital(key.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
