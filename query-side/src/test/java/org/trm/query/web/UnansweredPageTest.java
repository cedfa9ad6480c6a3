package org.trm.query.web;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trm.events.pages.GeneratedPage;

/** The page that lists every code of a question that is not answered, for who writes a client. */
class UnansweredPageTest {
    @Test
    void thePageListsEveryReasonForWhichAQuestionIsNotAnswered() {
        GeneratedPage page = new GeneratedPage("unanswered.md", "Questions that are not answered").paragraph("""
                Whoever reads and is not answered is told why as `application/problem+json` (RFC 9457). Its `code` is one \
                of those below, or says that she was [not let in](refusals.md#not-let-in), and never changes; its \
                `detail` is a sentence, which may, and says more where more is known; `errors` name the query parameters \
                that it is about, as `?name`. After the seconds of `Retry-After`, where they are given, asking again \
                makes sense.""");
        page.table(
                List.of("code", "status", "`Retry-After`", "sentence"),
                Stream.of(Unanswered.values())
                        .map(why -> List.of(
                                "`" + why + "`",
                                "" + why.status().value(),
                                why.retryAfter().isPresent()
                                        ? "" + why.retryAfter().getAsInt()
                                        : "",
                                why.sentence()))
                        .toList());
        page.check();
    }
}
