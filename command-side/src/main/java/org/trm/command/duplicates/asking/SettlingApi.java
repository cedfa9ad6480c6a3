package org.trm.command.duplicates.asking;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.casefile.Rule;
import org.trm.command.duplicates.Settlements;
import org.trm.command.web.Body;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DuplicateOutcome;

/** What came of asking another country's focal point, over HTTP. */
@RestController
@RequestMapping("/api/possible-duplicates/{caseId}/settlement")
final class SettlingApi {
    private static final String EXAMPLE = "{\"country\": \"RO\", \"outcome\": \"ANOTHER_PERSON\"}";

    /** @param country that was asked */
    record Settlement(CountryCode country, DuplicateOutcome outcome) {}

    private final FocalPoints focalPoints;
    private final Settlements settlements;

    SettlingApi(FocalPoints focalPoints, Settlements settlements) {
        this.focalPoints = focalPoints;
        this.settlements = settlements;
    }

    @Operation(
            operationId = "settlePossibleDuplicate",
            summary = "Say what came of asking another country about one of your cases",
            description =
                    "By the national focal point of the country that is responsible for the case. It settles all that is "
                            + "found there now about it, for your country alone; the other one says for itself. Nothing else is "
                            + "changed, in neither case. To say it again adds nothing; to say something else later is possible, "
                            + "and both are kept.")
    @PostMapping
    ResponseEntity<Settlement> settle(
            @PathVariable CaseId caseId, @Body(example = EXAMPLE) Settlement body, Actor actor) {
        focalPoints.require(actor);
        if (!settlements.settle(actor, caseId, body.country(), body.outcome())) {
            throw FocalPoints.refused(Rule.UNKNOWN_DUPLICATE, Map.of());
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(body);
    }
}
