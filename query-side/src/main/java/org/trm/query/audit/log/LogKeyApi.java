package org.trm.query.audit.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.query.audit.sealing.LogKeys;

/** What an operator may ask of the keys by which the logs are signed. */
@RestController
@Tag(name = "Sealed log")
class LogKeyApi {
    private final LogKeys keys;

    LogKeyApi(LogKeys keys) {
        this.keys = keys;
    }

    @PostMapping("/api/admin/log/key-replacement")
    @Operation(
            operationId = "replaceLogKeys",
            summary = "Sign the logs by new keys from now on",
            description =
                    "For a while the keys before sign as well, so that who knows those alone can still check, and learns "
                            + "to trust the new ones by them. Tell auditors the new keys.")
    @ApiResponse(responseCode = "201", description = "Made; all keys are at Location, the new one last")
    ResponseEntity<Void> replace() {
        keys.replace();
        return ResponseEntity.created(URI.create("/api/log/vkey")).build();
    }
}
