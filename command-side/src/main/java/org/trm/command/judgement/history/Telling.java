package org.trm.command.judgement.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.PastDirectory;
import org.trm.command.judgement.history.JudgedAct.Verdict;
import org.trm.command.judgement.history.JudgedHistory.CountedValue;
import org.trm.command.judgement.history.JudgedHistory.LapsedLimit;
import org.trm.command.judgement.history.JudgedHistory.LimitRun;
import org.trm.command.judgement.history.JudgedHistory.TriedAct;
import org.trm.command.judgement.history.JudgedHistory.TriedLimit;
import org.trm.command.web.Problem;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.ReferralId;

/**
 * Tells one asker what was judged.
 *
 * @param names of the acts, as the API description calls them
 * @param instead version 0 where it is not published
 * @param end as of which it is told of limits that run still
 */
record Telling(
        Audit asker,
        PastDirectory past,
        Map<Class<? extends CaseCommand>, String> names,
        ProcedureVersion instead,
        Instant end) {

    JudgedHistory of(CaseId caseId, long version, List<JudgedAct> judged) {
        List<TriedAct> acts = judged.stream()
                .filter(act -> asker.knows(act.recorded()))
                .map(this::act)
                .toList();
        List<TriedLimit> limits =
                LimitsThatRan.in(judged).stream().map(this::limit).toList();
        return new JudgedHistory(
                true,
                caseId.value(),
                instead.country().value(),
                instead.version() == 0 ? null : instead.version(),
                version,
                count(acts, Verdict.REFUSED),
                count(acts, Verdict.OTHERWISE) + count(acts, Verdict.NOT_YET_DUE),
                (int) limits.stream().filter(Telling::wasMissed).count(),
                acts,
                limits);
    }

    private static int count(List<TriedAct> acts, Verdict verdict) {
        return (int) acts.stream().filter(act -> act.verdict() == verdict).count();
    }

    private static boolean wasMissed(TriedLimit limit) {
        return limit.hypothetical().kept().compareTo(limit.recorded().kept()) > 0;
    }

    private TriedAct act(JudgedAct act) {
        boolean otherwise = act.verdict() == Verdict.OTHERWISE;
        return new TriedAct(
                act.version(),
                act.at(),
                act.command() == null ? null : names.get(act.command().getClass()),
                JudgedAct.names(act.recorded().stream()
                        .map(recorded -> recorded.event())
                        .toList()),
                procedure(act.at(), instead.country()),
                act.verdict(),
                act.decision() instanceof Refused refused ? Problem.of(refused) : null,
                otherwise ? act.events().orElseThrow() : null,
                act.lapsed().stream()
                        .map(lapse -> new LapsedLimit(id(lapse.referralId()), lapse.limit(), lapse.at()))
                        .toList(),
                values(act));
    }

    private static List<CountedValue> values(JudgedAct act) {
        return IntStream.range(0, act.recorded().size())
                .boxed()
                .flatMap(i -> Counted.differences(
                        act.recorded().get(i).event(), act.counted().get(i))
                        .stream())
                .map(counted ->
                        new CountedValue(counted.event(), counted.field(), counted.recorded(), counted.counted()))
                .toList();
    }

    private Integer procedure(Instant at, CountryCode country) {
        Directory day = past.at(at);
        return day.hasProcedure(country) ? day.procedure(country).version().version() : null;
    }

    private TriedLimit limit(RunLimit limit) {
        return new TriedLimit(
                limit.day().limit(),
                id(limit.referralId()),
                limit.startedBy(),
                limit.endedBy(),
                limit.endedAt(),
                run(limit, limit.day()),
                run(limit, limit.other()));
    }

    private LimitRun run(RunLimit limit, Deadline deadline) {
        return new LimitRun(
                deadline.procedure().toString(),
                deadline.startsAt(),
                deadline.escalatesAt(),
                deadline.lapsesAt(),
                limit.kept(deadline, end));
    }

    private static UUID id(ReferralId referralId) {
        return referralId == null ? null : referralId.value();
    }
}
