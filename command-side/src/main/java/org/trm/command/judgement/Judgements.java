package org.trm.command.judgement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trm.command.casefile.ActedBy;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.Judge;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.Signature;
import org.trm.command.judgement.Judgement.Act;
import org.trm.command.judgement.Judgement.Departure;
import org.trm.command.judgement.Judgement.Outcome;
import org.trm.command.judgement.Judgement.Standing;
import org.trm.command.web.CaseAct;
import org.trm.command.web.Problem;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Side;

/** Asks the rules about one case as it stands, for one asker. */
record Judgements(List<CaseAct> acts, CaseState state, Context context) {

    Judgement ofAll() {
        Asker asker = asker();
        List<Departure> departures = asker.preparedTransfers().stream()
                .map(referral -> departure(asker, referral))
                .toList();
        return new Judgement(state.id().value(), version(asker), acts(asker), departures, null);
    }

    Judgement of(WhatIf whatIf) {
        return new Judgement(state.id().value(), version(asker()), null, null, outcome(whatIf));
    }

    private Asker asker() {
        return new Asker(context.actor(), state);
    }

    private Long version(Asker asker) {
        return asker.knowsVersion() ? state.version() : null;
    }

    private Departure departure(Asker asker, Referral referral) {
        Set<Side> signed = referral.signatures().stream().map(Signature::side).collect(Collectors.toSet());
        return new Departure(
                referral.id().value(),
                signed,
                asker.guards(referral, context).stream().map(Standing::of).toList());
    }

    private List<Act> acts(Asker asker) {
        Possibility possibility = new Possibility(state, context, countries());
        List<Act> judged = new ArrayList<>();
        for (CaseAct act : acts) {
            if (act.isOf("caseId")) {
                ids(act, asker).forEach(ids -> judged.add(judged(act, ids, possibility)));
            }
        }
        return judged;
    }

    /** The things that the act can be done to, one after the other. */
    private Stream<Map<String, String>> ids(CaseAct act, Asker asker) {
        Map<String, String> ofCase = Map.of("caseId", state.id().toString());
        if (act.isOf("referralId")) {
            return asker.referrals().stream().map(r -> with(ofCase, "referralId", r.id()));
        } else if (act.isOf("consentId")) {
            return asker.consents().map(consent -> with(ofCase, "consentId", consent));
        } else if (act.isOf("accessId")) {
            return asker.emergencyAccesses().map(access -> with(ofCase, "accessId", access));
        } else if (act.isOf("documentId")) {
            // They are as many as a case may have, and listed where they are read.
            return Stream.empty();
        }
        return Stream.of(ofCase);
    }

    private static Map<String, String> with(Map<String, String> ids, String name, Object id) {
        Map<String, String> more = new HashMap<>(ids);
        more.put(name, id.toString());
        return more;
    }

    private static Act judged(CaseAct act, Map<String, String> ids, Possibility possibility) {
        ActedBy by = act.command().getAnnotation(ActedBy.class);
        return possibility
                .obstacle(act, ids)
                .map(refused -> new Act(act.name(), act.at(ids), by.value(), false, Problem.of(refused)))
                .orElseGet(() -> new Act(act.name(), act.at(ids), by.value(), true, null));
    }

    private Outcome outcome(WhatIf whatIf) {
        Decision decision = Judge.judge(whatIf.command(), state, context);
        if (decision instanceof Refused refused) {
            return new Outcome(whatIf.act(), false, null, Problem.of(inContent(refused)));
        }
        List<String> events = ((Happened) decision)
                .events().stream().map(e -> e.getClass().getSimpleName()).toList();
        return new Outcome(whatIf.act(), true, events, null);
    }

    /** The content stands in a body of another shape. */
    private static Refused inContent(Refused refused) {
        Map<String, String> facts = new LinkedHashMap<>(refused.facts());
        facts.computeIfPresent("pointer", (name, pointer) -> WhatIf.CONTENT + pointer);
        return new Refused(refused.rule(), facts, refused.version());
    }

    /** Those of the directory, first those that take referrals. */
    private List<CountryCode> countries() {
        Directory directory = context.directory();
        Map<Boolean, List<CountryCode>> known = CountryCode.all().stream()
                .filter(c -> directory.mechanism(c).isPresent())
                .collect(Collectors.partitioningBy(directory::takesReferrals));
        return Stream.of(true, false).map(known::get).flatMap(List::stream).toList();
    }
}
