package org.trm.command.judgement;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Cases;
import org.trm.command.casefile.Checks;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.Rule;
import org.trm.command.web.ActAddress;
import org.trm.command.web.Body;
import org.trm.command.web.CaseActs;
import org.trm.command.web.Optional;
import org.trm.command.web.Problem;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.Relation;
import tools.jackson.databind.JsonNode;

/** What is open, what is missing, and what an act would do, over HTTP. */
@RestController
@RequestMapping("/api/cases/{caseId}/judgement")
final class JudgementApi {
    /**
     * What is asked.
     *
     * @param act of which the outcome is asked; absent to ask about all
     * @param content that the act would have as its body; absent where it needs none
     */
    record Question(@Optional ActAddress act, @Optional JsonNode content) {}

    private static final String EXAMPLE = """
            {"act": "/api/cases/01935d7e-6b5a-7c3e-9f2a-4d8b1c6e0a57/referrals/01935d7e-6b5a-7c3e-9f2a-4d8b1c6e0a57/departure",
             "content": {"departedOn": "2026-01-15", "plannedArrival": "2027-06-01T12:00:00Z"}}""";

    private final CaseActs acts;
    private final Cases cases;
    private final Directory directory;
    private final Clock clock;

    JudgementApi(CaseActs acts, Cases cases, Directory directory, Clock clock) {
        this.acts = acts;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    @Operation(
            operationId = "judge",
            summary = "Ask what is open",
            description =
                    "Without an act: which acts on the case are open to you now, why the others are not, and what is "
                            + "missing for a departure. With an act and its content: what it would do. Nothing is recorded.")
    @PostMapping
    ResponseEntity<Judgement> judge(@PathVariable CaseId caseId, @Body(example = EXAMPLE) Question body, Actor actor) {
        WhatIf whatIf = body.act() == null ? null : WhatIf.of(acts, caseId, body.act(), body.content());
        requireReader(actor);
        CaseState state = cases.find(caseId)
                .filter(found -> found.relationOf(actor.country()) != Relation.NONE)
                .orElseThrow(() -> refusal(Rule.UNKNOWN_CASE, Map.of()));
        Context context = new Context(actor, clock.instant().truncatedTo(ChronoUnit.MILLIS), directory, null);
        Judgements judgements = new Judgements(acts.all(), state, context);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(whatIf == null ? judgements.ofAll() : judgements.of(whatIf));
    }

    private static void requireReader(Actor actor) {
        if (!Asker.ROLES.contains(actor.role())) {
            throw refusal(Rule.ROLE_NOT_ALLOWED, Map.of("allowed", Checks.fact(Asker.ROLES)));
        }
    }

    private static RuntimeException refusal(Rule rule, Map<String, String> facts) {
        return Problem.of(new Refused(rule, facts, 0)).ending();
    }
}
