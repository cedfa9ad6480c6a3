package org.trm.command.judgement.history;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Cases;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Directory.InForce;
import org.trm.command.casefile.PastDirectory;
import org.trm.command.casefile.Rule;
import org.trm.command.directory.DirectoryApi;
import org.trm.command.web.Body;
import org.trm.command.web.CaseAct;
import org.trm.command.web.CaseActs;
import org.trm.command.web.Fault;
import org.trm.command.web.FieldError;
import org.trm.command.web.Optional;
import org.trm.command.web.Problem;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.Relation;

/** What another procedure would have made of a history, over HTTP. */
@RestController
@RequestMapping("/api/cases/{caseId}/judgement/history")
final class JudgeHistoryApi {
    /**
     * By which procedure is to be judged: one that was published, or one that is only thought of.
     *
     * @param country whose
     * @param version of those that the country published; absent where {@code procedure} is given
     * @param procedure as it would be published; absent where {@code version} is given
     */
    record Question(
            CountryCode country,
            @Optional Long version,
            @Optional DirectoryApi.Values procedure) {}

    private static final String EXAMPLE = """
            {"country": "BG", "version": 1}""";

    /** No country publishes it. */
    private static final int UNPUBLISHED = 0;

    private final CaseActs acts;
    private final Cases cases;
    private final PastDirectory past;
    private final Clock clock;

    JudgeHistoryApi(CaseActs acts, Cases cases, PastDirectory past, Clock clock) {
        this.acts = acts;
        this.cases = cases;
        this.past = past;
        this.clock = clock;
    }

    @Operation(
            operationId = "judgeHistory",
            summary = "Ask what another procedure would have made of a history",
            description =
                    "Which acts of the case would have been refused, or have come about otherwise, and which time limits "
                            + "would have been missed, if a country had had another version of its procedure all along, beside "
                            + "what happened. Each act is judged by itself, as if all before it stood as it was recorded. For "
                            + "a country that is responsible, or that was: up to then. Hypothetical, and never recorded.")
    @PostMapping
    ResponseEntity<JudgedHistory> judgeHistory(
            @PathVariable CaseId caseId, @Body(example = EXAMPLE) Question body, Actor actor) {
        InForce instead = procedure(body);
        if (!Audit.ROLES.contains(actor.role())) {
            throw refusal(Rule.ROLE_NOT_ALLOWED, Map.of("allowed", Checks.fact(Audit.ROLES)));
        }
        Audit asker = cases.find(caseId)
                .map(state -> new Audit(actor, state))
                .filter(Audit::mayLook)
                .orElseThrow(() -> refusal(Rule.UNKNOWN_CASE, Map.of()));
        List<Recorded<CaseEvent>> history = cases.since(caseId, 0, Integer.MAX_VALUE);
        long upTo = asker.upTo(history)
                .orElseThrow(() -> refusal(
                        Rule.NOT_HOLDER,
                        Map.of("allowed", Checks.fact(List.of(Relation.HOLDER, Relation.FORMER_HOLDER)))));
        List<JudgedAct> judged = Retrial.of(history.subList(0, Math.toIntExact(upTo)), past, body.country(), instead);
        // What became of it later is not for her to know.
        Instant end = upTo < history.size() ? history.get((int) upTo - 1).at() : clock.instant();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(new Telling(asker, past, names(), instead.version(), end).of(caseId, upTo, judged));
    }

    private InForce procedure(Question body) {
        if ((body.version() == null) == (body.procedure() == null)) {
            String detail = "give either a version that was published, or the procedure itself";
            throw Problem.of(Fault.CONTENT_INVALID, List.of(new FieldError("/version", "EITHER_OR", detail)))
                    .ending();
        }
        return body.procedure() == null ? published(body) : thoughtOf(body);
    }

    private InForce published(Question body) {
        int version = (int) Math.min(body.version(), Integer.MAX_VALUE);
        return past.published(new ProcedureVersion(body.country(), version))
                .orElseThrow(() -> refusal(Rule.UNKNOWN_PROCEDURE, Map.of("pointer", "/version")));
    }

    private InForce thoughtOf(Question body) {
        body.procedure().refusal().ifPresent(refused -> {
            throw Problem.of(inProcedure(refused)).ending();
        });
        if (past.at(clock.instant()).mechanism(body.country()).isEmpty()) {
            throw refusal(Rule.COUNTRY_NOT_IN_DIRECTORY, Map.of("pointer", "/country"));
        }
        return new InForce(
                new ProcedureVersion(body.country(), UNPUBLISHED),
                body.procedure().procedure());
    }

    /** It stands in a body of another shape. */
    private static Refused inProcedure(Refused refused) {
        Map<String, String> facts = new LinkedHashMap<>(refused.facts());
        facts.computeIfPresent("pointer", (name, pointer) -> "/procedure" + pointer);
        return new Refused(refused.rule(), facts, refused.version());
    }

    private Map<Class<? extends CaseCommand>, String> names() {
        return acts.all().stream().collect(Collectors.toMap(CaseAct::command, CaseAct::name));
    }

    private static RuntimeException refusal(Rule rule, Map<String, String> facts) {
        return Problem.of(new Refused(rule, facts, 0)).ending();
    }
}
