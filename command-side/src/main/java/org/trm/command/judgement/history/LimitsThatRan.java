package org.trm.command.judgement.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trm.command.timelimits.RunningLimits;
import org.trm.command.timelimits.RunningLimits.Change;
import org.trm.command.timelimits.RunningLimits.End;
import org.trm.command.timelimits.RunningLimits.Only;
import org.trm.command.timelimits.RunningLimits.Start;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.TimeLimitEvent.CaseDeadlineEscalated;
import org.trm.events.types.Deadline;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/** Every time limit that ran in a history, each beside itself as the other procedure counts it. */
final class LimitsThatRan {
    /** What can have one running limit at a time: a referral, or a limit of the case itself. */
    private record Place(ReferralId referralId, TimeLimit limit) {
        static Place of(ReferralId referralId, TimeLimit limit) {
            return new Place(referralId, referralId == null ? limit : null);
        }
    }

    private final List<RunLimit> all = new ArrayList<>();
    /** Where in the list those are that run. */
    private final Map<Place, Integer> running = new HashMap<>();

    private LimitsThatRan() {}

    /** In the order in which they started. */
    static List<RunLimit> in(List<JudgedAct> judged) {
        LimitsThatRan limits = new LimitsThatRan();
        for (JudgedAct act : judged) {
            for (int i = 0; i < act.recorded().size(); i++) {
                limits.next(act.recorded().get(i), act.counted().get(i));
            }
        }
        return limits.all;
    }

    private void next(Recorded<CaseEvent> recorded, CaseEvent counted) {
        Change day = recorded.event().tell(RunningLimits.OF);
        Change other = counted.tell(RunningLimits.OF);
        if (day instanceof Start start) {
            start(recorded, start.referralId(), start.deadline(), ((Start) other).deadline());
        } else if (day instanceof End end) {
            end(recorded, Place.of(end.referralId(), end.limit()));
        } else if (day instanceof Only only) {
            List.copyOf(running.keySet()).forEach(place -> end(recorded, place));
            if (only.deadline() != null) {
                start(recorded, null, only.deadline(), ((Only) other).deadline());
            }
        }
    }

    private void start(Recorded<CaseEvent> recorded, ReferralId referralId, Deadline day, Deadline other) {
        Place place = Place.of(referralId, day.limit());
        if (!goesOn(recorded.event(), place, day)) {
            end(recorded, place);
            running.put(place, all.size());
            all.add(new RunLimit(referralId, recorded.version(), day, other, null, null));
        }
    }

    /** Whether it is the limit that runs already: of which somebody was told, or which others wait for besides. */
    private boolean goesOn(CaseEvent event, Place place, Deadline day) {
        return event instanceof DeadlineEscalated
                || event instanceof CaseDeadlineEscalated
                || day.limit() == TimeLimit.EMERGENCY_REVIEW
                        && running.containsKey(place)
                        && startOf(place).equals(day.startsAt());
    }

    private Instant startOf(Place place) {
        return all.get(running.get(place)).day().startsAt();
    }

    private void end(Recorded<CaseEvent> by, Place place) {
        Integer at = running.remove(place);
        if (at != null) {
            all.set(at, all.get(at).ended(by.version(), by.at()));
        }
    }
}
