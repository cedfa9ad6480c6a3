package org.trm.deploy.standalone.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What is recorded about her by name lies nowhere in the clear: every text that somebody sends, also wrongly, and also
 * when the program is killed meanwhile, is looked for in all that is left of it.
 */
@ExtendWith(OneMechanism.class)
class NowhereInTheClearTest extends Journey {
    /** No word of any language, and nothing that random bytes would spell. */
    private static final String MARK = "Qzxvwq";

    @TempDir
    Path temporary;

    private final List<String> marks = new ArrayList<>();

    private String mark(String field) {
        String mark = MARK + field + marks.size() + "Kjqz";
        marks.add(mark);
        return mark;
    }

    private Map<String, Object> text(String field) {
        return Map.of("text", mark(field));
    }

    @Test
    void whatever_is_done_with_it() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        Path data = temporary.resolve("data");
        List<String> said = new ArrayList<>();
        Her her;
        try (Started program = started(data)) {
            meet(program);
            her = received();
            everythingIsRecorded(her);
            muchIsSentThatIsWrong(her);
            bothPrepareAndSign(her);
            readByEverybody(her);
            program.signal("KILL");
            program.ended();
            said.add(program.said());
        }
        try (Started program = started(data)) {
            meet(program);
            her.heldBy(bulgaria);
            assertThat(romania.focalPoint.shown(her, "IDENTITY")).contains(MARK);
            bulgaria.withdrawsConsent(her, "TRANSFER", romania, Map.of());
            readByEverybody(her);
            assertThat(found(database(data))).as("in the database").isEmpty();
            program.signal("TERM");
            program.ended();
            said.add(program.said());
        }
        assertThat(said).allSatisfy(log -> assertThat(log).contains("DEBUG"));
        assertThat(found(said.stream())).as("in what the program said").isEmpty();
        for (Path file : filesIn(data)) {
            String bytes = Files.readString(file, ISO_8859_1);
            assertThat(found(Stream.of(bytes))).as("in %s", file).isEmpty();
        }
    }

    /** It says all that it can. */
    private Started started(Path data) {
        return Started.with(
                        temporary,
                        "start",
                        "--demo-logins",
                        "--port",
                        "0",
                        "--data",
                        data.toString(),
                        "--logging.level.root=DEBUG",
                        "--spring.mvc.log-request-details=true")
                .ready();
    }

    private void everythingIsRecorded(Her her) {
        bulgaria.focalPoint.acts(
                her,
                "/person",
                Map.of(
                        "identity",
                        Map.of(
                                "familyName", mark("family"),
                                "givenNames", mark("given"),
                                "otherNames", mark("other"),
                                "birthPlace", mark("place"),
                                "identityNumber", mark("number")),
                        "papers",
                        Map.of("papers", List.of(Map.of("kind", "PASSPORT", "number", mark("pass"), "issuedBy", "RO"))),
                        "travelPlan",
                        Map.of(
                                "route", mark("route"),
                                "meetingPoint", mark("meeting"),
                                "recognitionSign", mark("sign"))));
        bulgaria.authority.acts(
                her,
                "/person",
                Map.of("account", text("account"), "residence", text("residence"), "asylum", text("asylum")));
        bulgaria.recordsWhatTheCaseManagerKnows(
                her,
                Map.of(
                        "contact",
                        Map.of(
                                "mobilePhone", mark("mobile"),
                                "homePhone", mark("home"),
                                "email", mark("mail"),
                                "otherwise", mark("otherwise")),
                        "whereabouts",
                        Map.of("address", mark("address")),
                        "family",
                        text("familyStory"),
                        "risk",
                        text("risk")));
        bulgaria.health.acts(
                her,
                "/person",
                Map.of(
                        "handoverNote",
                        text("handover"),
                        "healthNote",
                        text("health"),
                        "psychosocialNote",
                        text("psychosocial")));
        bulgaria.focalPoint.acts(her, "/person/documents", document("PAPERS"));
        bulgaria.police.acts(
                her,
                "/person",
                Map.of("proceedings", text("proceedings"), "offences", text("offences"), "perpetrators", text("who")));
    }

    private Map<String, Object> document(String field) {
        String content = "%PDF-1.7 " + mark("content") + " ";
        return Map.of(
                "field",
                field,
                "title",
                mark("title"),
                "content",
                Base64.getEncoder().encodeToString(content.getBytes(UTF_8)));
    }

    private void muchIsSentThatIsWrong(Her her) {
        String person = her.address("/person");
        Map<String, String> key = SameActTwiceTest.key();
        Map<String, Object> again = Map.of("risk", text("twice"));
        assertThat(bulgaria.caseManager.posts(person, again, key).status()).isEqualTo(200);
        assertThat(bulgaria.caseManager.posts(person, again, key).status()).isEqualTo(200);
        assertThat(bulgaria.caseManager
                        .posts(person, Map.of("risk", text("reused")), key)
                        .status())
                .isEqualTo(422);
        her.became(her.version() + 1);
        for (Map<String, Object> wrong : List.of(
                Map.<String, Object>of("account", text("ofAnother")),
                Map.<String, Object>of("risk", mark("wrongType")),
                Map.<String, Object>of(mark("unknownField"), "x"),
                Map.<String, Object>of("risk", Map.of("text", mark("long").repeat(2_000))),
                Map.<String, Object>of("risk", Map.of("text", mark("twoFields"), mark("inner"), "x")),
                Map.<String, Object>of("identity", Map.of("familyName", mark("missing"))),
                Map.<String, Object>of("identity", Map.of("familyName", mark("line") + "\n", "givenNames", "x")))) {
            Answer answer = bulgaria.caseManager.posts(person, wrong, Map.of());
            assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
            assertThat(answer.http().body()).doesNotContain("familyName\":\"" + MARK);
        }
        assertThat(bulgaria.caseManager
                        .posts(person + "/documents", document("PAPERS"), Map.of())
                        .outcome())
                .isEqualTo("403 FIELD_OF_ANOTHER_ROLE");
        assertThat(bulgaria.caseManager
                        .sends(person, "{\"risk\": {\"text\": \"" + mark("broken"), Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(romania.caseManager
                        .posts(person, Map.of("risk", text("abroad")), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(germany.caseManager
                        .posts(person, Map.of("risk", text("stranger")), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(bulgaria.caseManager
                        .posts(
                                her.address("/judgement"),
                                Map.of("act", person, "content", Map.of("risk", text("if"))),
                                Map.of())
                        .status())
                .isEqualTo(200);
    }

    private void readByEverybody(Her her) {
        for (Country country : List.of(bulgaria, romania, germany)) {
            for (Person reader : List.of(
                    country.focalPoint,
                    country.authority,
                    country.police,
                    country.health,
                    country.caseManager,
                    country.auditor)) {
                for (String path : List.of("/person?purpose=PROTECTION", "/timeline", "", "/referrals", "/custody")) {
                    assertThat(reader.gets(her.address(path), Map.of()).status())
                            .isIn(200, 403, 404);
                }
            }
        }
    }

    /** Every row of every table, as text; what is stored as bytes both as they are and as text. */
    private static Stream<String> database(Path data) throws IOException {
        List<String> server = Files.readAllLines(data.resolve("cluster/postmaster.pid"));
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + server.get(3).strip() + "/trm?sslmode=disable",
                "trm_owner",
                Files.readAllLines(data.resolve("database-passwords")).get(0)));
        List<String> tables = database.sql("""
                        SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')""").query(String.class).list();
        assertThat(tables)
                .contains("events.domain_event", "acts.idempotency", "keys.wrap", "documents.sealed", "reads.opening");
        return tables.stream()
                .flatMap(table ->
                        database.sql("SELECT t::text FROM " + table + " t").query(String.class).list().stream());
    }

    private static List<Path> filesIn(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(data.resolve("postgresql")))
                    .toList();
        }
    }

    /** Where any of the texts stands, in any form in which it could. */
    private List<String> found(Stream<String> where) {
        Map<String, String> forms = new LinkedHashMap<>();
        marks.forEach(mark -> forms(mark).forEach(form -> forms.put(form, mark)));
        assertThat(marks).hasSizeGreaterThan(35);
        return where.flatMap(text -> forms.keySet().stream().filter(text::contains))
                .map(form -> forms.get(form) + " as " + form)
                .distinct()
                .collect(Collectors.toList());
    }

    private static Stream<String> forms(String mark) {
        Stream<String> base64 = Stream.of("", "x", "xx").map(before -> {
            String encoded = Base64.getEncoder().encodeToString((before + mark).getBytes(UTF_8));
            // What stands at both ends depends on what stands around it.
            return encoded.substring(4, encoded.length() - 4);
        });
        return Stream.concat(
                base64,
                Stream.of(
                        mark,
                        mark.toLowerCase(Locale.ROOT),
                        HexFormat.of().formatHex(mark.getBytes(UTF_8)),
                        new String(mark.getBytes(UTF_16LE), ISO_8859_1),
                        new String(mark.getBytes(UTF_16BE), ISO_8859_1)));
    }
}
