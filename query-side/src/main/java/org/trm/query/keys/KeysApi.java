package org.trm.query.keys;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an operator sees of the keys: which there are, and nothing of what they are. */
@RestController
@RequestMapping(path = "/api/admin/keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Keys")
class KeysApi {
    private final KeyCount count;

    KeysApi(KeyCount count) {
        this.count = count;
    }

    @GetMapping
    @Operation(
            operationId = "keys",
            summary = "Which keys there are, and how far their replacement has come",
            description =
                    "A key that is MISSING must be put back from its backup: data keys are wrapped to it. One that is "
                            + "BEING_REPLACED is destroyed a while after nothing is wrapped to it any more.")
    KeysStatus all() {
        return count.now();
    }
}
