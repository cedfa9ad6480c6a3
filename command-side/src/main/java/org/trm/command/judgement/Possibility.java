package org.trm.command.judgement;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Judge;
import org.trm.command.casefile.Rule;
import org.trm.command.casefile.Rule.Kind;
import org.trm.command.web.CaseAct;
import org.trm.events.types.CountryCode;
import tools.jackson.databind.JsonNode;

/**
 * Whether an act is open: whether there is any content with which it would happen now. The rules are asked with contents
 * that it could have, so that what is told and what is decided cannot differ.
 *
 * @param countries that a content could name
 */
record Possibility(CaseState state, Context context, List<CountryCode> countries) {

    /** Why the act is not open to the actor of the context; empty when it is. */
    Optional<Refused> obstacle(CaseAct act, Map<String, String> ids) {
        JsonNode likely = act.contents(countries, context).findFirst().orElseThrow();
        Optional<Refused> bar = Judge.bar(act.command(ids, likely, ""), state, context);
        if (bar.isPresent()) {
            return bar;
        }
        Refusals refusals = new Refusals();
        Stream<Decision> decisions = act.contents(countries, context)
                .map(content -> Judge.judge(act.command(ids, content, ""), state, context));
        return decisions.allMatch(refusals::add) ? Optional.of(refusals.foremost()) : Optional.empty();
    }

    /** Why one content after the other was refused. */
    private static final class Refusals {
        private final Map<Rule, Refused> firsts = new EnumMap<>(Rule.class);
        private final Map<Rule, Integer> counts = new EnumMap<>(Rule.class);

        /** Whether it is one. */
        boolean add(Decision decision) {
            if (decision instanceof Refused refused) {
                firsts.merge(refused.rule(), refused, Refusals::common);
                counts.merge(refused.rule(), 1, Integer::sum);
                return true;
            }
            return false;
        }

        /** What differs between contents says something of them, and nothing of the case. */
        private static Refused common(Refused some, Refused other) {
            Map<String, String> facts = new LinkedHashMap<>(some.facts());
            facts.entrySet().retainAll(other.facts().entrySet());
            return new Refused(some.rule(), facts, some.version());
        }

        /** What the state of the case forbids comes before what was wrong with the contents, and the frequent before the rare. */
        Refused foremost() {
            return firsts.values().stream()
                    .max((some, other) -> Integer.compare(weight(some.rule()), weight(other.rule())))
                    .orElseThrow();
        }

        private int weight(Rule rule) {
            return counts.get(rule) + (rule.kind() == Kind.CONFLICT ? Integer.MAX_VALUE / 2 : 0);
        }
    }
}
