package org.trm.command.judgement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.trm.command.casefile.ActedBy.Party;
import org.trm.command.casefile.GuardStanding;
import org.trm.command.casefile.GuardStanding.Finding;
import org.trm.command.web.Problem;
import org.trm.events.types.Guard;
import org.trm.events.types.Side;

/**
 * What the rules say of a case to whoever asks.
 *
 * @param version of the case that was judged; null for a country whose part in it has ended
 * @param acts every act on the case, unless one was named
 * @param departures what is missing for each transfer that is being prepared, unless an act was named
 * @param outcome what the act that was named would do
 */
@JsonInclude(Include.NON_NULL)
public record Judgement(UUID caseId, Long version, List<Act> acts, List<Departure> departures, Outcome outcome) {

    /**
     * One act.
     *
     * @param act as the API description calls it
     * @param party who does it
     * @param open whether there is a content with which it would happen now, if the asker did it
     * @param refusal how it would be refused; null when it is open
     */
    @JsonInclude(Include.NON_NULL)
    public record Act(String act, String address, Party party, boolean open, Problem refusal) {}

    /** What must be true before she leaves; {@code signed} are the sides that have authorised it. */
    public record Departure(UUID referralId, Set<Side> signed, List<Standing> guards) {}

    /**
     * One guard.
     *
     * @param number by which practitioners' papers call it
     * @param finding why it holds or does not; null when that is not for the asker to know
     * @param until when it ceases to hold, or begins to; null when there is no such moment or it is not for the asker
     * @param waitsOn who must do something for it to hold
     */
    @JsonInclude(Include.NON_NULL)
    public record Standing(
            Guard guard, String number, boolean holds, Finding finding, Instant until, Set<Side> waitsOn) {
        static Standing of(GuardStanding standing) {
            Guard guard = standing.guard();
            return new Standing(
                    guard, guard.number(), standing.holds(), standing.finding(), standing.until(), standing.waitsOn());
        }
    }

    /**
     * What one act would do now.
     *
     * @param events what would be recorded, by name; null when it would be refused
     * @param refusal how it would be refused; null when it would happen
     */
    @JsonInclude(Include.NON_NULL)
    public record Outcome(String act, boolean happens, List<String> events, Problem refusal) {}
}
