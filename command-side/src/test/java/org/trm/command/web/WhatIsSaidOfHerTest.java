package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What cannot be true of a person, and what says nothing of her, is refused with its place before it is sealed. */
@EdgeWithStore.Used
class WhatIsSaidOfHerTest {
    private static final String HERS = "\"familyName\": \"Synthetic\", \"givenNames\": \"Person\"";

    @LocalServerPort
    private int port;

    private Caller focalPoint;
    private String person;

    @BeforeEach
    void aCaseIsOpened() {
        focalPoint = new Caller(port, "BG NATIONAL_FOCAL_POINT");
        person = "/api/cases/"
                + focalPoint
                        .does("/api/cases", ActsTest.CASE, 201)
                        .get("caseId")
                        .stringValue() + "/person";
    }

    private List<String> faults(String path, String body) {
        JsonNode problem = focalPoint.does(path, body, 422);
        assertThat(problem.get("code").stringValue()).isEqualTo("CONTENT_INVALID");
        return problem.get("errors")
                .valueStream()
                .map(error -> error.get("pointer").stringValue() + " "
                        + error.get("detail").stringValue())
                .toList();
    }

    private static String born(LocalDate day) {
        return "{\"identity\": {" + HERS + ", \"bornOn\": \"" + day + "\"}}";
    }

    @Test
    void sheWasNotBornInTheFutureNeitherOnRecordNorInAQuestion() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Sofia"));
        String refused = "/identity/bornOn must be a day that has come: it lies in the future";

        focalPoint.does(person, born(today), 200);
        assertThat(faults(person, born(today.plusDays(2)))).containsExactly(refused);
        assertThat(faults("/api/possible-duplicates", born(today.plusDays(2)))).containsExactly(refused);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"contact\": {}}', /contact must say something: leave it out where there is nothing to say",
        "'{\"contact\": {\"email\": null}}', /contact must say something: leave it out where there is nothing to say",
        "'{\"papers\": {\"papers\": []}}', /papers must be 1 to 10 papers: leave them out where there are none"
    })
    void whatSaysNothingIsLeftOut(String body, String refused) {
        assertThat(faults(person, body)).containsExactly(refused);
    }

    @Test
    void whatCannotBeReadIsNamedWithItsPlace() {
        String body = "{\"identity\": {\"familyName\": \"Doe\\u202Ereversed\", \"givenNames\": \"\\ud800\"}}";

        assertThat(faults(person, body))
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("/identity/familyName must not hold the character U+202E"))
                .anyMatch(fault -> fault.startsWith("/identity/givenNames must not hold the character U+D800"));
    }

    @Test
    void whatIsNotInBase64AsTheStandardWritesItIsNamedWithItsPlace() {
        String document = "{\"field\": \"PAPERS\", \"title\": \"A letter\", \"content\": \"YQ\"}";

        assertThat(faults(person + "/documents", document))
                .singleElement()
                .asString()
                .startsWith("/content must be in base64 as RFC 4648 section 4 writes it");
    }
}
