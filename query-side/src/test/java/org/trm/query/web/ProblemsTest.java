package org.trm.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.trm.events.privacy.KeysUnreachable;

/** Whoever is told that something failed names it by its instance, and the operator finds it in the log. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {
    private final Problems problems = new Problems();

    @BeforeEach
    void aQuestionIsAsked() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    private static String occurrence(ProblemDetail answer) {
        assertThat(answer.getInstance()).hasScheme("urn");
        return answer.getInstance().toString().substring("urn:uuid:".length());
    }

    @Test
    void aDefectIsFoundWithAllThatIsKnownOfIt(CapturedOutput log) throws Exception {
        ProblemDetail answer = problems.of(new IllegalStateException("a defect"), new MockHttpServletResponse())
                .getBody();

        assertThat(log.getAll())
                .contains("Question " + occurrence(answer) + " was not answered: INTERNAL_ERROR")
                .contains("IllegalStateException: a defect", "at org.trm.query.web.ProblemsTest");
    }

    @Test
    void whatIsNotThereForTheMomentIsFoundWithItsCause(CapturedOutput log) {
        ProblemDetail keys =
                problems.ofKeys(new KeysUnreachable("no key of RO", null)).getBody();
        ProblemDetail record =
                problems.of(QueryProblem.of(Unanswered.READING_NOT_RECORDED)).getBody();

        assertThat(log.getAll())
                .contains("Question " + occurrence(keys) + " was not answered: KEYS_UNREACHABLE")
                .contains("no key of RO")
                .contains("Question " + occurrence(record) + " was not answered: READING_NOT_RECORDED")
                .doesNotContain("at org.trm");
    }

    @Test
    void whatAClientCanMendItselfIsNotLogged(CapturedOutput log) {
        ProblemDetail answer =
                problems.of(QueryProblem.parameter("asOf", "is wrong")).getBody();

        assertThat(answer.getInstance()).isNull();
        assertThat(log.getAll()).doesNotContain("was not answered");
    }
}
