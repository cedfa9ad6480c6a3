package org.trm.command.directory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trm.events.pages.GeneratedPage;
import org.trm.events.pages.Sayings;
import org.trm.events.types.Allowance;
import org.trm.events.types.ReferralState;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.TimeSpan;

/** The page that says what waits on whom for how long, for who writes a country's procedure. */
class TimeLimitsPageTest {
    private static final Sayings SAYINGS = Sayings.of("shared-events/src/main/java");

    @Test
    void thePageSaysForHowLongEachStepMayWait() {
        GeneratedPage page = new GeneratedPage("time-limits.md", "Time limits").paragraph("""
                No case waits without a clock. In every state that is not an end exactly one clock runs; when it passes, \
                the coordinators are told, and when it lapses, the state changes by itself. Where a person is waiting \
                it never lapses: the coordinators are told again and again. Each country publishes its own values as a \
                version of its procedure, and a clock that runs keeps the values by which it began. Working days are \
                those of the country whose duty it is. The values here are those of the example set.""");
        Map<TimeLimit, Allowance> allowances =
                ExampleMechanism.ALL.get(0).procedure().allowances();
        page.table(
                List.of("limit", "runs while", "coordinators are told after", "lapses after", "is the time"),
                Stream.of(TimeLimit.values())
                        .map(limit -> row(limit, allowances.get(limit)))
                        .toList());
        page.check();
    }

    private static List<String> row(TimeLimit limit, Allowance allowance) {
        return List.of(
                "`" + limit + "`",
                states(limit),
                words(allowance.escalates()) + (limit == TimeLimit.REFLECTION ? " before its end" : ""),
                lapses(limit, allowance),
                SAYINGS.of(TimeLimit.class, limit.name()));
    }

    private static String lapses(TimeLimit limit, Allowance allowance) {
        if (limit == TimeLimit.REFLECTION) {
            return "at the end that was decided";
        }
        return allowance.lapses() == null ? "never" : words(allowance.lapses());
    }

    private static String states(TimeLimit limit) {
        String states = Stream.of(ReferralState.values())
                .filter(state -> TimeLimit.of(state).contains(limit))
                .map(state -> "`" + state + "`")
                .collect(Collectors.joining(", "));
        return states.isEmpty() ? "the case itself" : "referral is " + states;
    }

    private static String words(TimeSpan span) {
        return span.amount() + " " + span.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
