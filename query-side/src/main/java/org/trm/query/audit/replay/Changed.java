package org.trm.query.audit.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import org.trm.events.types.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What became different.
 *
 * @param field where it stands in the state, as a JSON pointer (RFC 6901); a referral or a deadline in a list is named by its
 *     time limit and its referral instead of its place
 * @param before what stood there; null when nothing did
 * @param after what stands there now; null when nothing does
 */
record Changed(
        String field,
        @Optional @Schema(implementation = Object.class) JsonNode before,
        @Optional @Schema(implementation = Object.class) JsonNode after) {}
