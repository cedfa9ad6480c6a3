package org.trm.query.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DocumentId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Role;
import org.trm.query.copy.PersonsCopy.Withheld;
import org.trm.query.person.LegalGround;
import org.trm.query.person.OpeningLine;
import org.trm.query.person.Person;
import org.trm.query.person.ReadingPurpose;
import org.trm.query.web.Html;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** The document says what is held in plain words, and nothing that was recorded becomes part of how it is written. */
class CopyDocumentTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final CountryCode BG = CountryCode.of("BG");
    private static final CaseId CASE = new CaseId(new UUID(1, 2));

    private static PersonsCopy copy(Instant erased, Person.Field... fields) {
        return copy(erased, List.of(), fields);
    }

    private static PersonsCopy copy(Instant erased, List<Person.Replaced> replaced, Person.Field... fields) {
        OpeningLine opening = opening(PersonalField.IDENTITY);
        return new PersonsCopy(
                CASE,
                CaseReference.of(BG, CASE),
                BG,
                3,
                NOON,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(fields),
                replaced,
                erased != null
                        ? List.of()
                        : List.of(new Person.Document(
                                new DocumentId(new UUID(8, 8)),
                                known(PersonalField.RESIDENCE, "{\"title\":\"Permit\",\"format\":\"PDF\"}"))),
                erased,
                List.of(new Withheld(PersonalField.PERPETRATORS, "It is about others.")),
                List.of(),
                List.of(opening, opening()));
    }

    private static OpeningLine opening(PersonalField... fields) {
        return new OpeningLine(
                1,
                NOON,
                2,
                BG,
                null,
                Role.POLICE,
                new UUID(7, 7),
                ReadingPurpose.PROCEEDINGS,
                LegalGround.OWN_TASK,
                List.of(fields),
                null);
    }

    private static Person.Field known(PersonalField field, String json) {
        return new Person.Field(
                field,
                field.dataClass(),
                Person.State.KNOWN,
                JsonMapper.shared().readTree(json),
                null,
                null,
                2L,
                NOON,
                null);
    }

    @Test
    void what_is_recorded_stands_under_headings_in_plain_words() {
        String document = CopyDocument.of(copy(
                null,
                known(PersonalField.IDENTITY, "{\"familyName\":\"Doe\",\"bornOn\":\"2000-02-29\"}"),
                known(PersonalField.PAPERS, "{\"papers\":[{\"kind\":\"PASSPORT\",\"number\":\"X1\"}]}"),
                known(PersonalField.RISK, "{\"text\":\"First.\\nSecond.\"}")));

        assertThat(document)
                .contains("<h1>What Bulgaria holds about you</h1>")
                .contains("<h3>Your name, birth and civil status</h3>")
                .contains("<td>Family name</td><td>Doe</td>")
                .contains("<td>Born on</td><td>2000-02-29</td>")
                .contains("<td>Number</td><td>X1</td>")
                .contains("<blockquote>First.\nSecond.</blockquote>")
                .contains("<p>Document " + new UUID(8, 8) + ".</p>", "<td>Title</td><td>Permit</td>")
                .contains("<h3>Those who are said to have exploited you</h3>\n<p>It is about others.</p>")
                .contains("<td>Your name, birth and civil status</td>", "<td>nothing, for nothing could be opened</td>")
                .contains("<td>own task</td>", "1 March 2026, 12:00 UTC", new UUID(7, 7).toString());
    }

    @Test
    void what_was_recorded_before_stands_under_what_replaced_it() {
        String document = CopyDocument.of(copy(
                null,
                List.of(
                        new Person.Replaced(known(PersonalField.IDENTITY, "{\"familyName\":\"Doe\"}"), 4),
                        new Person.Replaced(known(PersonalField.RISK, "{\"text\":\"None.\"}"), 5)),
                known(PersonalField.IDENTITY, "{\"familyName\":\"Roe\"}"),
                known(PersonalField.RISK, "{\"text\":\"Some.\"}")));

        assertThat(document)
                .containsSubsequence(
                        "<h3>Your name, birth and civil status</h3>",
                        "<td>Roe</td>",
                        "<p>Something else was recorded before, and replaced by entry number 4:</p>",
                        "<p>Recorded on 1 March 2026, 12:00 UTC (entry number 2).</p>",
                        "<td>Doe</td>",
                        "<h3>What you must fear, and from whom</h3>",
                        "<blockquote>Some.</blockquote>",
                        "replaced by entry number 5:",
                        "<blockquote>None.</blockquote>")
                .containsOnlyOnce("Doe")
                .containsOnlyOnce("None.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onload=\"x",
                "' onload='x",
                "</blockquote><img src=x>",
                "</td><a href=\"http://a\">",
                "&lt;script&gt;",
                "</style><style>@import 'x'"
            })
    void what_was_recorded_is_only_ever_text(String hostile) throws Exception {
        String document = CopyDocument.of(copy(null, said(hostile)));

        assertThat(tags(document)).isEqualTo(tags(CopyDocument.of(copy(null, said("harmless")))));
        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(wellFormed(document))));
        assertThat(parsed.getElementsByTagName("blockquote").item(0).getTextContent())
                .isEqualTo(hostile);
    }

    private static Person.Field said(String text) {
        return known(
                PersonalField.ACCOUNT,
                JsonMapper.shared().writeValueAsString(Map.of("text", text, "familyName", text)));
    }

    /** As XML, which it is but for what a browser needs first. */
    private static String wellFormed(String document) {
        return document.replace("<!DOCTYPE html>\n", "").replace("&#39;", "'");
    }

    private static List<String> tags(String document) {
        return Pattern.compile("<([a-z0-9]+)")
                .matcher(document)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void it_asks_nobody_for_anything_and_is_styled_by_what_the_policy_allows_alone() throws Exception {
        String document = CopyDocument.of(copy(null, known(PersonalField.RISK, "{\"text\":\"x\"}")));

        assertThat(document).doesNotContain("http:", "https:", "src=", "href=", "url(", "@import");
        Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(document);
        assertThat(style.find()).isTrue();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes()));
        assertThat(Html.CONTENT_POLICY)
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash + "'; frame-ancestors 'none'");
    }

    @Test
    void after_an_erasure_it_says_since_when_and_lists_nothing_that_may_never_have_been_recorded() {
        String document = CopyDocument.of(copy(NOON));

        assertThat(document)
                .contains("What was recorded about you by name was erased on 1 March 2026, 12:00 UTC")
                .contains("What documents there were about you were erased on 1 March 2026, 12:00 UTC as well.")
                .doesNotContain("Nothing is recorded.", "There are none that this country can read.")
                .doesNotContain("<li>", "What a doctor noted");
    }

    @Test
    void what_is_held_does_not_print_itself() {
        assertThat(copy(null, known(PersonalField.IDENTITY, "{\"familyName\":\"Doe\"}"))
                        .toString())
                .doesNotContain("Doe");
    }
}
