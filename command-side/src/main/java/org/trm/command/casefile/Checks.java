package org.trm.command.casefile;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Decision.Refused;
import org.trm.events.CaseEvent;

/** A rule read from top to bottom: the first thing that does not hold refuses, and the rest is not looked at. */
public final class Checks {
    private final long version;
    private Refused refused;

    private Checks(long version) {
        this.version = version;
    }

    /** @param state null while the case does not exist */
    public static Checks on(CaseState state) {
        return new Checks(state == null ? 0 : state.version());
    }

    /** @param facts names and values in turn; a null value is left out */
    public Checks require(BooleanSupplier holds, Rule rule, Object... facts) {
        if (refused == null && !holds.getAsBoolean()) {
            refused = new Refused(rule, named(facts), version);
        }
        return this;
    }

    public Checks require(boolean holds, Rule rule, Object... facts) {
        return require(() -> holds, rule, facts);
    }

    /** A correction, if it is one, must name a fact of its own kind that stands. */
    public Checks requireCorrectable(CaseState state, Long corrects, Class<? extends CaseEvent> kind) {
        return require(
                () -> corrects == null || state.standsAt(corrects, kind),
                Rule.NOTHING_TO_CORRECT,
                "pointer",
                "/corrects",
                "corrects",
                corrects);
    }

    /** The same of what both countries record: each corrects its own, and only what still counts. */
    public Checks requireCorrectable(
            CaseState state, Long corrects, Class<? extends CaseEvent> kind, LongPredicate itsOwn) {
        return requireCorrectable(state, corrects, kind)
                .require(
                        () -> corrects == null || itsOwn.test(corrects),
                        Rule.NOTHING_TO_CORRECT,
                        "pointer",
                        "/corrects",
                        "corrects",
                        corrects);
    }

    public Decision happened(Supplier<List<CaseEvent>> events) {
        if (refused != null) {
            return refused;
        }
        List<CaseEvent> happened = events.get();
        return new Happened(happened, version + happened.size());
    }

    public Decision happenedOne(Supplier<CaseEvent> event) {
        return happened(() -> List.of(event.get()));
    }

    /** The decision of another rule, unless something here refuses. */
    public Decision or(Supplier<Decision> decision) {
        return refused == null ? decision.get() : refused;
    }

    /** A fact as people read it: of several things, each with a comma between. */
    public static String fact(Object value) {
        Collection<?> several = value instanceof Object[] array
                ? Arrays.asList(array)
                : value instanceof Collection<?> collection ? collection : List.of(value);
        return several.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static Map<String, String> named(Object... facts) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            if (facts[i + 1] != null) {
                named.put(facts[i].toString(), fact(facts[i + 1]));
            }
        }
        return named;
    }
}
