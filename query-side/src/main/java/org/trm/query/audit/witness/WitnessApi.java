package org.trm.query.audit.witness;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.query.web.Page;

/** Who watches the logs, and what she says, for everybody. */
@RestController
@Tag(name = "Sealed log")
class WitnessApi {
    private final Witnesses witnesses;

    WitnessApi(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    @GetMapping(path = "/api/log/witnesses", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "witnesses",
            summary = "Who watches that the logs only grow, and whether she agrees",
            description =
                    "SILENT is a witness that has not signed for too long what she was shown, DISAGREES one that saw another "
                            + "history: do not trust the log then before you know whose is true. What she signed stands below "
                            + "the checkpoint.")
    @SecurityRequirements
    Page<WitnessStanding> witnesses() {
        return new Page<>(witnesses.standings(), null);
    }
}
