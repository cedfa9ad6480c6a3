package org.trm.query.web;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * Says of each query parameter what it asks and which forms it takes. A name means the same wherever it stands, unless the
 * question itself says otherwise.
 */
final class QuestionParameters {
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry(
                    "asOf",
                    "As of which moment of the past: an instant with its zone or offset, such as 2026-03-01T12:00:00Z, "
                            + "or a version of the case, such as 7. Left out: now"),
            Map.entry(
                    "atLeastVersion",
                    "The answer has taken in at least this version of the case, as an act's receipt tells it. It is "
                            + "waited for, 3 s at most; then 503 NOT_YET_VISIBLE"),
            Map.entry(
                    "limit",
                    "The most lines of one page, from 1 to 200. CSV and NDJSON are not paged and give the whole list"),
            Map.entry(
                    "cursor",
                    "Where the page begins: opaque, taken from the next link of the page before, for the same question"),
            Map.entry(
                    "reference",
                    "Only the case that people call so: country, three groups of four characters (of an early case two) "
                            + "and a check character, such as BG-7K3M-9QXZ-4T2V-J; in capital or small letters. 400 when a "
                            + "character is wrong"),
            Map.entry("stage", "Only cases that are at this stage for you"),
            Map.entry(
                    "country",
                    "Of cases: only those for which this country is responsible, as far as you may know. Of what was opened or "
                            + "known: by which country"),
            Map.entry("overdue", "true: only where what is expected is overdue; false: only where nothing is"),
            Map.entry(
                    "awaiting",
                    "ERASURE_CONFIRMATION: only where one data protection officer has asked for erasure, and another is to "
                            + "confirm it, as far as you may know"),
            Map.entry(
                    "direction",
                    "incoming: what others ask of your country; outgoing: what it asks of others. Left out: both"),
            Map.entry(
                    "from",
                    "Of two sizes of a log the smaller, at least 1. Of two moments the earlier: an instant with its zone or "
                            + "offset, or a version of the case; left out: before anything happened"),
            Map.entry(
                    "to",
                    "Of two sizes of a log the larger, at most that of the last checkpoint. Of two moments the later; left out: "
                            + "now"),
            Map.entry(
                    "version",
                    "Of which step of the case, as its history numbers it. Left out: the last that you are told"),
            Map.entry("state", "Only referrals that are in this state"),
            Map.entry("settled", "true: only what is settled; false: only what is not. Left out: both"),
            Map.entry("reviewed", "true: only what was reviewed; false: only what waits for it. Left out: both"),
            Map.entry(
                    "purpose",
                    "What it is opened for; that it was is recorded with this. EMERGENCY needs an emergency access of your own"));

    private static final String ONLY_AN_INSTANT =
            "As of which moment of the past: an instant such as 2026-03-01T12:00:00Z. Left out: now";

    private QuestionParameters() {}

    /** @param type as which the question takes it */
    static void describe(Parameter parameter, Class<?> type) {
        if (parameter.getDescription() == null) {
            parameter.description(type == Instant.class ? ONLY_AN_INSTANT : MEANINGS.get(parameter.getName()));
        }
        if (parameter.getName().equals("limit")) {
            Schema<?> schema = parameter.getSchema();
            schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Lists.MOST));
            schema.setDefault(Lists.USUAL);
        }
    }
}
