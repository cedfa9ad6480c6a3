package org.trm.command.pages;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.command.web.Fault;
import org.trm.command.web.Problem;
import org.trm.events.identity.Denial;
import org.trm.events.pages.GeneratedPage;

/** The page that lists every code of a refusal, for who writes a client. */
class RefusalsPageTest {
    @Test
    void thePageListsEveryRefusal() {
        GeneratedPage page = new GeneratedPage("refusals.md", "Refusals").paragraph("""
                Whatever is refused is answered as `application/problem+json` (RFC 9457). Its `code` is one of those \
                below and never changes; its `detail` is the sentence, which may; `facts` hold what was looked at; \
                `errors` point to the fields of the body that it is about. Nothing has happened when an act is \
                refused. Why a question is not answered is listed [apart](unanswered.md).""");
        page.heading(2, "Refused by a rule").paragraph("The request was understood, and the mechanism says no.");
        for (Rule.Kind kind : Rule.Kind.values()) {
            List<Rule> rules =
                    Stream.of(Rule.values()).filter(rule -> rule.kind() == kind).toList();
            page.heading(3, status(rules.get(0)) + " " + kind.name().toLowerCase(java.util.Locale.ROOT))
                    .table(
                            List.of("code", "sentence"),
                            rules.stream()
                                    .map(rule -> List.of("`" + rule + "`", rule.sentence()))
                                    .toList());
        }
        page.heading(2, "Refused at the door").paragraph("The request did not get as far as a rule.");
        page.table(
                List.of("code", "status", "sentence"),
                Stream.of(Fault.values())
                        .map(fault -> List.of(
                                "`" + fault + "`",
                                "" + Problem.of(fault).status(),
                                Problem.of(fault).detail()))
                        .toList());
        page.heading(2, "Not let in")
                .paragraph("Who asks or acts did not show who she is, or may not do such a thing.");
        page.table(
                List.of("code", "status", "sentence"),
                Stream.of(Denial.values())
                        .map(denial -> List.of("`" + denial + "`", "" + denial.status(), denial.sentence()))
                        .toList());
        page.check();
    }

    private static int status(Rule rule) {
        return Problem.of(new Refused(rule, Map.of(), 0)).status();
    }
}
