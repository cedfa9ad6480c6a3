package org.trm.command.judgement.history;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.Directory.InForce;
import org.trm.command.casefile.PastDirectory;
import org.trm.command.casefile.Story;
import org.trm.events.types.Allowance;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Need;
import org.trm.events.types.Procedure;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.TimeLimit;

/** The history of a story, tried again under another procedure of one of its countries. */
record Tried(List<JudgedAct> acts) {
    /** A directory that has always said the same. */
    record Always(Directory directory) implements PastDirectory {
        @Override
        public Directory at(Instant moment) {
            return directory;
        }

        @Override
        public Optional<InForce> published(ProcedureVersion version) {
            return Optional.empty();
        }
    }

    static Tried under(Story story, CountryCode country, Procedure procedure) {
        InForce instead = new InForce(new ProcedureVersion(country, 2), procedure);
        return new Tried(Retrial.of(story.history, new Always(story.countries), country, instead));
    }

    /** By the procedure by which it was decided. */
    static Tried again(Story story, CountryCode country) {
        InForce same = story.countries.procedure(country);
        return new Tried(Retrial.of(story.history, new Always(story.countries), country, same));
    }

    List<RunLimit> limits() {
        return LimitsThatRan.in(acts);
    }

    RunLimit limit(TimeLimit limit) {
        return limits().stream()
                .filter(ran -> ran.day().limit() == limit)
                .findFirst()
                .orElseThrow();
    }

    JudgedAct first(Class<? extends CaseCommand> kind) {
        return acts.stream()
                .filter(act -> kind.isInstance(act.command()))
                .findFirst()
                .orElseThrow();
    }

    // Other procedures.

    static Procedure with(Procedure like, TimeLimit limit, Allowance allowance) {
        Map<TimeLimit, Allowance> allowances = new EnumMap<>(like.allowances());
        allowances.put(limit, allowance);
        return new Procedure(
                allowances,
                like.reflectionDays(),
                like.riskAssessmentDays(),
                like.consentDays(),
                like.mandatoryNeeds(),
                like.weekend(),
                like.zone());
    }

    static Procedure withDays(Procedure like, int reflectionDays, int riskAssessmentDays, int consentDays) {
        return new Procedure(
                like.allowances(),
                reflectionDays,
                riskAssessmentDays,
                consentDays,
                like.mandatoryNeeds(),
                like.weekend(),
                like.zone());
    }

    static Procedure withMandatoryNeeds(Procedure like, Set<Need> needs) {
        return new Procedure(
                like.allowances(),
                like.reflectionDays(),
                like.riskAssessmentDays(),
                like.consentDays(),
                needs,
                like.weekend(),
                like.zone());
    }
}
