package org.trm.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Location names an address that whoever acted can read, or is not sent. */
@EdgeWithStore.Used
class WhereToReadTest {
    private final String referral = Ids.next().toString();
    private String address;

    @LocalServerPort
    private int port;

    @BeforeEach
    void open() {
        address = "/api/cases/"
                + new Caller(port, "BG NATIONAL_FOCAL_POINT")
                        .does("/api/cases", ActsTest.CASE, 201)
                        .get("caseId")
                        .stringValue();
    }

    @Test
    void aConsentIsReadInTheTimeline() {
        assertThat(location(acts("BG", "/consents", """
                {'scope': 'ENQUIRY', 'country': 'RO', 'holder': 'ADULT', 'language': 'ron', 'interpreter': true}"""))).hasValue(address + "/timeline");
    }

    @Test
    void aDraftThatIsLeftToAnotherCountryIsNotNamedToTheCountryThatForwards() {
        acts("BG", "/consents", """
                {'scope': 'ENQUIRY', 'country': 'RO', 'holder': 'ADULT', 'language': 'ron', 'interpreter': true}""");
        acts("BG", "/consents", """
                {'scope': 'DISCLOSURE', 'country': 'RO', 'organisation': 'RO-ANITP', 'dataClasses': ['B'],
                 'purpose': 'REFERRAL', 'holder': 'ADULT', 'language': 'ron', 'interpreter': true}""");
        assertThat(location(acts("BG", "/referrals", """
                {'referralId': '%s', 'kind': 'INFORMATION_OR_SERVICE', 'to': 'RO', 'reason': 'VOLUNTARY_RETURN',
                 'urgency': 'URGENT'}""".formatted(referral))))
                .hasValue(address + "/referrals/" + referral);
        acts("BG", "/referrals/" + referral + "/submission", "{}");
        acts("RO", "/referrals/" + referral + "/acknowledgement", "{}");
        HttpResponse<String> forwarded = acts("RO", "/referrals/" + referral + "/forwarding", "{'to': 'DE'}");
        assertThat(forwarded.statusCode()).isEqualTo(201);
        assertThat(location(forwarded)).isEmpty();
    }

    @Test
    void whatIsUnderWayIsDescribedWithWhereItsProgressIsRead() throws Exception {
        List<JsonNode> accepted = ApiDocument.fetch(port)
                .get("paths")
                .valueStream()
                .map(path -> path.at("/post/responses/202"))
                .filter(answer -> !answer.isMissingNode())
                .toList();

        assertThat(accepted)
                .hasSize(2)
                .allSatisfy(answer -> assertThat(
                                answer.at("/headers/Location/description").asString(""))
                        .isNotBlank());
    }

    private HttpResponse<String> acts(String country, String act, String body) {
        HttpResponse<String> answer =
                new Caller(port, country + " NATIONAL_FOCAL_POINT").post(address + act, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return answer;
    }

    private static Optional<String> location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location");
    }
}
