package org.trm.command.judgement.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.trm.command.judgement.history.JudgedAct.Verdict;
import org.trm.command.judgement.history.RunLimit.Kept;
import org.trm.command.web.Problem;
import org.trm.events.types.TimeLimit;

/**
 * A history as another procedure would have judged it. Nothing of it has happened: what has is told by the timeline.
 *
 * @param hypothetical always true, so that nobody takes it for what happened
 * @param country whose procedure was put in place of those by which was decided
 * @param procedure its version; null where it was given with the question and is not published
 * @param version of the case up to which was judged
 * @param refused how many acts would have been refused
 * @param otherwise how many would have come about otherwise, or not yet
 * @param missed how many time limits would have been missed that were kept, or lapsed of which only somebody was told
 */
@JsonInclude(Include.NON_NULL)
public record JudgedHistory(
        boolean hypothetical,
        UUID caseId,
        String country,
        Integer procedure,
        long version,
        int refused,
        int otherwise,
        int missed,
        List<TriedAct> acts,
        List<TriedLimit> timeLimits) {

    /**
     * One act.
     *
     * @param version of the case that its first event made
     * @param act as the API description calls it; null for what time did
     * @param events what was recorded of it, by name
     * @param procedureOfTheDay by which the country decided then; null when it had none
     * @param refusal how it would have been refused
     * @param instead what would have been recorded, where that is something else
     * @param lapsed which time limits would have lapsed before, where it is because of them
     * @param values what would have been computed otherwise
     */
    @JsonInclude(Include.NON_EMPTY)
    public record TriedAct(
            long version,
            Instant at,
            String act,
            List<String> events,
            Integer procedureOfTheDay,
            Verdict verdict,
            Problem refusal,
            List<String> instead,
            List<LapsedLimit> lapsed,
            List<CountedValue> values) {}

    /** @param referralId null for a limit of the case itself */
    @JsonInclude(Include.NON_NULL)
    public record LapsedLimit(UUID referralId, TimeLimit limit, Instant at) {}

    /** A field of an event, as it was recorded and as it would have been. */
    @JsonInclude(Include.NON_NULL)
    public record CountedValue(String event, String field, String recorded, String hypothetical) {}

    /**
     * A time limit that ran.
     *
     * @param referralId null for a limit of the case itself
     * @param startedBy the version of the case from which on it ran
     * @param endedBy the version at which it ended, or another took its place; null while it runs
     * @param endedAt null while it runs
     */
    @JsonInclude(Include.NON_NULL)
    public record TriedLimit(
            TimeLimit limit,
            UUID referralId,
            long startedBy,
            Long endedBy,
            Instant endedAt,
            LimitRun recorded,
            LimitRun hypothetical) {}

    /**
     * How a limit runs by one procedure.
     *
     * @param procedure country and version by which it is counted, as {@code RO/3}; version 0 is the one that was given with
     *     the question
     * @param escalatesAt when the coordinators are told
     * @param lapsesAt null for one that never lapses
     * @param kept for one that runs still, as of the end of what was judged
     */
    @JsonInclude(Include.NON_NULL)
    public record LimitRun(String procedure, Instant startsAt, Instant escalatesAt, Instant lapsesAt, Kept kept) {}
}
