package org.trm.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.trm.command.web.Statements.Served;

/** That somebody is known to another country is found without her being read, and tells whom to ask and nothing else. */
@EdgeWithStore.Used
class DuplicatesTest {
    private static final String ASK = "/api/possible-duplicates";
    private static final String OF_IDENTITY =
            "{NAME_AND_BIRTH_DATE,FAMILY_NAME_AND_BIRTH_YEAR,SKELETON_AND_BIRTH_DATE}";

    private static int people;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Statements statements;

    @Value("${spring.datasource.url}")
    private String url;

    private JdbcClient owner;
    private String family;

    @BeforeEach
    void somebodyWhomNoOtherTestKnows() {
        owner = JdbcClient.create(new DriverManagerDataSource(url, "trm_owner", "owner"));
        family = "Nobody%02d".formatted(people++);
    }

    @AfterEach
    void comparisonsAreRecordedAgain() {
        owner.sql("GRANT INSERT ON duplicates.comparison TO trm_command").update();
    }

    private Caller focalPoint(String country) {
        return new Caller(port, country + " NATIONAL_FOCAL_POINT");
    }

    private String identity(String name, String bornOn) {
        return """
                {"identity": {"familyName": "%s", "givenNames": "Synthetic", "bornOn": "%s"}}""".formatted(name, bornOn);
    }

    private String opened(String country) {
        return focalPoint(country)
                .does("/api/cases", ActsTest.CASE, 201)
                .get("caseId")
                .stringValue();
    }

    private String recorded(String country, String body) {
        String caseId = opened(country);
        focalPoint(country).does("/api/cases/" + caseId + "/person", body, 200);
        return caseId;
    }

    /** Who is to be asked about a case, and by what it was found, as it is filed. */
    private List<String> filed(String caseId) {
        return jdbc.sql("""
                        SELECT DISTINCT p.holder || ' ' || f.compared_by FROM duplicates.finding f
                        JOIN duplicates.person p ON p.case_id = f.other_id WHERE f.case_id = ? ORDER BY 1""").param(UUID.fromString(caseId)).query(String.class).list();
    }

    private List<String> answer(String country, String body) {
        return Caller.json(focalPoint(country).post(ASK, body), 200)
                .get("countries")
                .valueStream()
                .map(node -> node.stringValue())
                .toList();
    }

    @Test
    void theSamePersonInTwoCountriesIsFiledForBothHoweverSheIsWritten() {
        String first = recorded("BG", identity(family, "1990-01-31"));
        assertThat(filed(first)).isEmpty();

        String second = recorded("RO", identity(family.toUpperCase(java.util.Locale.ROOT), "1990-01-31"));

        assertThat(filed(first)).containsExactly(by("RO"));
        assertThat(filed(second)).containsExactly(by("BG"));
    }

    /** What is filed of somebody who has the same names and the same date of birth in this country. */
    private static String[] by(String country) {
        return Stream.of("FAMILY_NAME_AND_BIRTH_YEAR", "NAME_AND_BIRTH_DATE", "SKELETON_AND_BIRTH_DATE")
                .map(index -> country + " " + index)
                .toArray(String[]::new);
    }

    @Test
    void whoIsSpeltByTheConventionOfAnotherCountryIsFoundByHerWholeDateOfBirthAlone() {
        String first = recorded("BG", identity("Живкова-" + family, "1990-01-31"));
        String second = recorded("RO", identity("Jivcova-" + family + " Zhivcova", "1990-01-31"));
        String third = recorded("UA", identity("Zhyvkova-" + family, "1990-01-31"));
        recorded("UA", identity("Zhyvkova-" + family, "1990-11-30"));

        assertThat(filed(first)).containsExactly("UA SKELETON_AND_BIRTH_DATE");
        assertThat(filed(third)).contains("BG SKELETON_AND_BIRTH_DATE").doesNotContain("RO SKELETON_AND_BIRTH_DATE");
        assertThat(filed(second)).isEmpty();
        assertThat(answer("DE", identity("Živkova-" + family, "1990-01-31"))).containsExactly("BG", "UA");
    }

    @Test
    void whoWasRecordedBeforeThereWereSkeletonsIsFoundAsBeforeUntilSheIsRecordedAnew() {
        String first = recorded("BG", identity(family + " Юлия", "1990-01-31"));
        jdbc.sql("DELETE FROM duplicates.blind WHERE case_id = ? AND compared_by = 'SKELETON_AND_BIRTH_DATE'")
                .param(UUID.fromString(first))
                .update();
        assertThat(answer("DE", identity(family + " Юлия", "1990-01-31"))).containsExactly("BG");
        assertThat(answer("DE", identity(family + " Julia", "1990-01-31"))).isEmpty();

        focalPoint("BG").does("/api/cases/" + first + "/person", identity(family + " Юлия", "1990-01-31"), 200);

        assertThat(answer("DE", identity(family + " Julia", "1990-01-31"))).containsExactly("BG");
    }

    @Test
    void eachIsFiledForTheCountryThatIsResponsible() {
        String first = recorded("BG", identity(family, "1990-01-31"));
        String second = recorded("RO", identity(family, "1990-01-31"));

        assertThat(toldTo(first)).containsExactly("BG");
        assertThat(toldTo(second)).containsExactly("RO");
    }

    private List<String> toldTo(String caseId) {
        return jdbc.sql("SELECT DISTINCT holder FROM duplicates.finding WHERE case_id = ?")
                .param(UUID.fromString(caseId))
                .query(String.class)
                .list();
    }

    @Test
    void twoCasesOfOneCountryAreFiledToo() {
        String first = recorded("BG", identity(family, "1990-01-31"));
        String second = recorded("BG", identity(family, "1990-11-30"));

        assertThat(filed(first)).containsExactly("BG FAMILY_NAME_AND_BIRTH_YEAR");
        assertThat(filed(second)).containsExactly("BG FAMILY_NAME_AND_BIRTH_YEAR");
    }

    @Test
    void whatIsRecordedAnewTakesThePlaceOfWhatWas() {
        String first = recorded("BG", identity(family, "1990-01-31"));
        String second = recorded("RO", identity(family, "1990-01-31"));
        String person = "/api/cases/" + second + "/person";

        focalPoint("RO").does(person, identity(family, "1990-02-01"), 200);

        assertThat(filed(first)).containsExactly("RO FAMILY_NAME_AND_BIRTH_YEAR");
        focalPoint("RO").does(person, """
                {"identity": {"familyName": "%s", "givenNames": "Synthetic"}}""".formatted(family), 200);
        assertThat(filed(first)).isEmpty();
        assertThat(filed(second)).isEmpty();
        assertThat(answer("DE", identity(family, "1990-02-01"))).containsExactly("BG");
    }

    @Test
    void ofTwoThatAreRecordedAtOnceEachFindsTheOther() {
        for (int round = 0; round < 8; round++) {
            String born = "199" + round + "-01-31";
            List<String> cases = List.of(opened("BG"), opened("RO"));
            Stream.of("BG", "RO")
                    .map(country -> CompletableFuture.runAsync(() -> focalPoint(country)
                            .does(
                                    "/api/cases/" + cases.get(country.equals("BG") ? 0 : 1) + "/person",
                                    identity(family, born),
                                    200)))
                    .toList()
                    .forEach(CompletableFuture::join);

            assertThat(filed(cases.get(0))).hasSize(3);
            assertThat(filed(cases.get(1))).hasSize(3);
        }
    }

    @Test
    void whoIsGivenAnotherNameWhileAnotherIsGivenHersIsNotFiledUnderTheOldOne() {
        for (int round = 0; round < 8; round++) {
            String born = "197" + round + "-01-31";
            String first = recorded("BG", identity(family, born));
            String second = opened("RO");
            CompletableFuture<Void> renamed = CompletableFuture.runAsync(
                    () -> focalPoint("BG").does("/api/cases/" + first + "/person", identity(family + "x", born), 200));
            focalPoint("RO").does("/api/cases/" + second + "/person", identity(family, born), 200);
            renamed.join();

            assertThat(filed(first)).isEmpty();
            assertThat(filed(second)).isEmpty();
        }
    }

    @Test
    void aValueThatTooManyHaveIsNobodys() {
        String paper = """
                {"papers": {"papers": [{"kind": "PASSPORT", "number": "%s", "issuedBy": "RO"}]}}""".formatted(family);
        List<String> cases =
                IntStream.range(0, 21).mapToObj(n -> recorded("BG", paper)).toList();
        assertThat(filed(cases.get(0))).containsExactly("BG PAPER");
        assertThat(filed(cases.get(20))).containsExactly("BG PAPER");

        String last = recorded("BG", paper);

        assertThat(filed(cases.get(0))).isEmpty();
        assertThat(filed(cases.get(20))).isEmpty();
        assertThat(filed(last)).isEmpty();
        assertThat(answer("RO", paper)).isEmpty();
    }

    @Test
    void whoAreAlikeByAnotherPaperStayFoundWhenOneBecomesNobodys() {
        List<String> both =
                IntStream.range(0, 2).mapToObj(n -> recorded("BG", papers(2))).toList();
        String other = recorded("BG", papers(1));
        IntStream.range(0, 19).forEach(n -> recorded("BG", papers(1)));

        assertThat(found(both.get(0))).containsExactly(both.get(1));
        assertThat(found(both.get(1))).containsExactly(both.get(0));
        assertThat(found(other)).isEmpty();
    }

    private List<String> found(String caseId) {
        return jdbc.sql("SELECT DISTINCT other_id::text FROM duplicates.finding WHERE case_id = ?")
                .param(UUID.fromString(caseId))
                .query(String.class)
                .list();
    }

    @Test
    void aRefusedRecordingComparesNothing() {
        String caseId = opened("BG");
        long before = comparisons();

        focalPoint("RO").does("/api/cases/" + caseId + "/person", identity(family, "1990-01-31"), 404);
        new Caller(port, "BG POLICE").does("/api/cases/" + caseId + "/person", identity(family, "1990-01-31"), 403);

        assertThat(comparisons()).isEqualTo(before);
        assertThat(answer("BG", identity(family, "1990-01-31"))).isEmpty();
    }

    @Test
    void aFocalPointThatAsksIsToldTheCountriesAndNothingElse() {
        String known = recorded("RO", identity(family, "1990-01-31"));
        recorded("RO", identity(family, "1990-01-31"));
        recorded("BG", identity(family, "1990-01-31"));

        HttpResponse<String> told = focalPoint("DE").post(ASK, identity(family, "1990-01-31"));

        assertThat(told.body()).isEqualTo("{\"countries\":[\"BG\",\"RO\"]}").doesNotContain(known);
        assertThat(told.headers().firstValue("Cache-Control")).hasValue("no-store, private");
        assertThat(answer("DE", identity(family, "1971-01-31"))).isEmpty();
        assertThat(lastComparisons(2))
                .containsExactly(
                        "ASKED DE NATIONAL_FOCAL_POINT " + OF_IDENTITY + " 3 0",
                        "ASKED DE NATIONAL_FOCAL_POINT " + OF_IDENTITY + " 3 3");
    }

    @Test
    void onlyAFocalPointAsksAndOnlyAboutSomebodyWhoCanBeCompared() {
        String body = identity(family, "1990-01-31");
        for (String actor : List.of("BG COMPETENT_AUTHORITY", "BG AUDITOR", "BG POLICE", "- REGIONAL_COORDINATOR")) {
            assertThat(new Caller(port, actor).refused(ASK, body, 403)).isEqualTo("ROLE_NOT_ALLOWED");
        }
        assertThat(focalPoint("-").refused(ASK, body, 403)).isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(new Caller(port, "BG NATIONAL_FOCAL_POINT ELSEWHERE").refused(ASK, body, 403))
                .isEqualTo("ORGANISATION_NOT_AUTHORISED");
        for (String nobody : List.of(
                "{}",
                "{\"papers\": {\"papers\": []}}",
                "{\"identity\": {\"familyName\": \"Doe\", \"givenNames\": \"Jane\"}}")) {
            assertThat(focalPoint("BG").refused(ASK, nobody, 422)).isEqualTo("CONTENT_INVALID");
        }
    }

    @Test
    void whoAsksTooOftenWaitsAndSoDoesHerCountry() {
        String body = identity(family, "1990-01-31");
        for (String name : List.of("one", "two", "three")) {
            Caller asker = new Caller(port, "FR NATIONAL_FOCAL_POINT NRM " + name);
            IntStream.range(0, 20).forEach(n -> asker.does(ASK, body, 200));
            HttpResponse<String> refused = asker.post(ASK, body);
            assertThat(Caller.json(refused, 429).get("code").stringValue()).isEqualTo("COMPARED_TOO_OFTEN");
            assertThat(Long.parseLong(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(3_500L, 3_601L);
        }
        assertThat(new Caller(port, "FR NATIONAL_FOCAL_POINT NRM four").refused(ASK, body, 429))
                .isEqualTo("COMPARED_TOO_OFTEN");
        assertThat(answer("IT", body)).isEmpty();
    }

    @Test
    void ofManyQuestionsAtOnceNoMoreAreAnsweredThanMayBe() {
        String body = identity(family, "1990-01-31");
        Caller asker = focalPoint("NL");
        List<Integer> statuses = IntStream.range(0, 30)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> asker.post(ASK, body).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(20);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(10);
    }

    @Test
    void whoTriesNamesByRecordingThemIsStoppedToo() {
        String caseId = opened("AT");
        String actor = "AT NATIONAL_FOCAL_POINT";
        UUID person = UUID.nameUUIDFromBytes(actor.getBytes(UTF_8));
        String record = """
                INSERT INTO duplicates.comparison
                    (compared_at, occasion, person, issuer, role, country, compared_by, compared, hits)
                SELECT now() - %s, 'RECORDED', ?, 'test', 'NATIONAL_FOCAL_POINT', 'AT', '{PAPER}', 1, 0
                FROM generate_series(1, ?)""";
        jdbc.sql(record.formatted("interval '61 minutes'")).params(person, 300).update();
        jdbc.sql(record.formatted("interval '30 minutes'")).params(person, 299).update();
        String path = "/api/cases/" + caseId + "/person";
        Caller tries = new Caller(port, actor);
        tries.does(path, identity(family, "1990-01-31"), 200);

        HttpResponse<String> refused = tries.post(path, identity(family, "1990-02-01"));

        assertThat(Caller.json(refused, 429).get("code").stringValue()).isEqualTo("COMPARED_TOO_OFTEN");
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1_700L, 1_801L);
        assertThat(jdbc.sql("SELECT count(*) FROM events.domain_event WHERE aggregate_identifier = ?")
                        .param(caseId)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        tries.does(path, "{\"travelPlan\": {\"route\": \"None.\"}}", 200);
        assertThat(answer("BG", identity(family, "1990-02-01"))).containsExactly("AT");
    }

    private String papers(int many) {
        String papers = IntStream.range(0, many)
                .mapToObj(n ->
                        "{\"kind\": \"PASSPORT\", \"number\": \"%s%d\", \"issuedBy\": \"RO\"}".formatted(family, n))
                .collect(Collectors.joining(", "));
        return "{\"papers\": {\"papers\": [" + papers + "]}}";
    }

    @Test
    void nobodyHasMorePapersThanTenNeitherInAQuestionNorOnRecord() {
        String caseId = opened("BG");
        String person = "/api/cases/" + caseId + "/person";

        assertThat(focalPoint("BG").refused(ASK, papers(11), 422)).isEqualTo("CONTENT_INVALID");
        assertThat(focalPoint("BG").refused(person, papers(11), 422)).isEqualTo("CONTENT_INVALID");
        focalPoint("BG").does(person, papers(10), 200);
        assertThat(answer("RO", papers(10))).containsExactly("BG");
    }

    @Test
    void whoTriesManyPapersAtATimeIsStoppedTheSooner() {
        Caller asker = new Caller(port, "ES NATIONAL_FOCAL_POINT NRM one");
        IntStream.range(0, 10).forEach(n -> asker.does(ASK, papers(10), 200));

        assertThat(asker.refused(ASK, papers(1), 429)).isEqualTo("COMPARED_TOO_OFTEN");

        for (String name : List.of("two", "three")) {
            Caller colleague = new Caller(port, "ES NATIONAL_FOCAL_POINT NRM " + name);
            IntStream.range(0, 10).forEach(n -> colleague.does(ASK, papers(10), 200));
        }
        assertThat(new Caller(port, "ES NATIONAL_FOCAL_POINT NRM four").refused(ASK, papers(1), 429))
                .isEqualTo("COMPARED_TOO_OFTEN");
    }

    @Test
    void whoRecordsManyPapersAtATimeIsStoppedTheSoonerToo() {
        String actor = "PT NATIONAL_FOCAL_POINT";
        String caseId = opened("PT");
        jdbc.sql("""
                INSERT INTO duplicates.comparison
                    (compared_at, occasion, person, issuer, role, country, compared_by, compared, hits)
                SELECT now() - interval '30 minutes', 'RECORDED', ?, 'test', 'NATIONAL_FOCAL_POINT', 'PT', '{PAPER}', 10, 0
                FROM generate_series(1, 149)""").param(UUID.nameUUIDFromBytes(actor.getBytes(UTF_8))).update();
        String path = "/api/cases/" + caseId + "/person";
        Caller tries = new Caller(port, actor);

        tries.does(path, papers(10), 200);

        assertThat(tries.refused(path, papers(1), 429)).isEqualTo("COMPARED_TOO_OFTEN");
    }

    private static String settlement(String caseId) {
        return ASK + "/" + caseId + "/settlement";
    }

    private static String outcome(String country, String outcome) {
        return "{\"country\": \"%s\", \"outcome\": \"%s\"}".formatted(country, outcome);
    }

    /** What was said of a case, in the order in which it was. */
    private List<String> settled(String caseId) {
        return jdbc.sql("SELECT country || ' ' || outcome FROM duplicates.settlement WHERE case_id = ? ORDER BY id")
                .param(UUID.fromString(caseId))
                .query(String.class)
                .list();
    }

    @Test
    void eachFocalPointSettlesWhatWasFoundAboutHerOwnCaseAndMaySaySomethingElseLater() {
        String first = recorded("BG", identity(family, "1990-01-31"));
        String second = recorded("RO", identity(family, "1990-01-31"));

        focalPoint("BG").does(settlement(first), outcome("RO", "NOT_ESTABLISHED"), 200);
        focalPoint("BG").does(settlement(first), outcome("RO", "NOT_ESTABLISHED"), 200);
        focalPoint("BG").does(settlement(first), outcome("RO", "SAME_PERSON"), 200);

        assertThat(settled(first)).containsExactly("BG NOT_ESTABLISHED", "BG SAME_PERSON");
        assertThat(settled(second)).isEmpty();
        focalPoint("RO").does(settlement(second), outcome("BG", "ANOTHER_PERSON"), 200);
        assertThat(settled(second)).containsExactly("RO ANOTHER_PERSON");
    }

    @Test
    void whoSettleTheSameAtOnceSayItOnce() {
        String first = recorded("BG", identity(family, "1990-01-31"));
        recorded("RO", identity(family, "1990-01-31"));
        IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.runAsync(
                        () -> focalPoint("BG").does(settlement(first), outcome("RO", "SAME_PERSON"), 200)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(settled(first)).containsExactly("BG SAME_PERSON");
    }

    @Test
    void whatIsNotFoundForHerIsNotHersToSettle() {
        String first = recorded("BG", identity(family, "1990-01-31"));
        String second = recorded("RO", identity(family, "1990-01-31"));
        String body = outcome("RO", "SAME_PERSON");

        for (String nothing : List.of(
                focalPoint("RO").refused(settlement(first), outcome("BG", "SAME_PERSON"), 404),
                focalPoint("BG").refused(settlement(second), body, 404),
                focalPoint("BG").refused(settlement(first), outcome("DE", "SAME_PERSON"), 404),
                focalPoint("BG").refused(settlement(UUID.randomUUID().toString()), body, 404))) {
            assertThat(nothing).isEqualTo("UNKNOWN_DUPLICATE");
        }
        assertThat(new Caller(port, "BG COMPETENT_AUTHORITY").refused(settlement(first), body, 403))
                .isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(new Caller(port, "BG NATIONAL_FOCAL_POINT ELSEWHERE").refused(settlement(first), body, 403))
                .isEqualTo("ORGANISATION_NOT_AUTHORISED");
        assertThat(focalPoint("BG").refused(settlement(first), outcome("RO", "MAYBE"), 422))
                .isEqualTo("CONTENT_INVALID");
        assertThat(settled(first)).isEmpty();
    }

    @Test
    void whatWasSettledIsNeverAlteredAndGoesWithWhoeverIsForgotten() {
        String first = recorded("BG", identity(family, "1990-01-31"));
        String second = recorded("RO", identity(family, "1990-01-31"));
        focalPoint("BG").does(settlement(first), outcome("RO", "SAME_PERSON"), 200);

        for (String alteration : List.of(
                "UPDATE duplicates.settlement SET outcome = 'ANOTHER_PERSON'", "DELETE FROM duplicates.settlement")) {
            assertThatThrownBy(() -> jdbc.sql(alteration).update()).isInstanceOf(DataAccessException.class);
        }
        jdbc.sql("DELETE FROM duplicates.person WHERE case_id = ?")
                .param(UUID.fromString(second))
                .update();
        assertThat(settled(first)).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNeitherAnsweredNorCompared() {
        String caseId = opened("RO");
        owner.sql("REVOKE INSERT ON duplicates.comparison FROM trm_command").update();

        assertThat(focalPoint("DE").post(ASK, identity(family, "1990-01-31")).body())
                .contains("INTERNAL_ERROR")
                .doesNotContain("countries");
        focalPoint("RO").does("/api/cases/" + caseId + "/person", identity(family, "1990-01-31"), 500);

        comparisonsAreRecordedAgain();
        assertThat(answer("DE", identity(family, "1990-01-31"))).isEmpty();
    }

    @Test
    void recordsOfComparingAreNeverAltered() {
        recorded("BG", identity(family, "1990-01-31"));
        for (String alteration : List.of(
                "UPDATE duplicates.comparison SET hits = 0",
                "DELETE FROM duplicates.comparison",
                "TRUNCATE duplicates.comparison")) {
            assertThatThrownBy(() -> owner.sql(alteration).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("never altered");
            assertThatThrownBy(() -> jdbc.sql(alteration).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void comparingCostsAnActTwoStatements() {
        String caseId = opened("BG");
        String path = "/api/cases/" + caseId + "/person";
        focalPoint("BG").does(path, identity(family, "1990-01-31"), 200);
        statements.forget();
        focalPoint("BG").does(path, identity(family, "1990-02-01"), 200);
        Served served = statements.served();

        assertThat(served.statements())
                .filteredOn(sql -> sql.contains("duplicates."))
                .hasSize(2);
    }

    @Test
    void noEventHoldsWhatIsCompared() {
        String caseId = recorded("BG", identity(family, "1990-01-31"));

        List<String> metadata = jdbc.sql(
                        "SELECT convert_from(metadata, 'UTF8') FROM events.domain_event WHERE aggregate_identifier = ?")
                .param(caseId)
                .query(String.class)
                .list();

        assertThat(metadata).hasSize(2).noneMatch(text -> text.contains("blinded"));
        assertThat(jdbc.sql("SELECT count(*) FROM duplicates.blind WHERE case_id = ?")
                        .param(UUID.fromString(caseId))
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    private long comparisons() {
        return jdbc.sql("SELECT count(*) FROM duplicates.comparison")
                .query(Long.class)
                .single();
    }

    private List<String> lastComparisons(int most) {
        return jdbc.sql("""
                        SELECT concat_ws(' ', occasion, country, role, compared_by, compared, hits) FROM duplicates.comparison
                        ORDER BY id DESC LIMIT ?""").param(most).query(String.class).list();
    }
}
