package org.trm.query.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.trm.events.ConsentEvent.ConsentGiven;
import org.trm.events.IdentificationEvent.VictimConfirmed;
import org.trm.events.ProtectionEvent.BestInterestsDetermined;
import org.trm.events.ReferralEvent.MonitoringReported;
import org.trm.events.ReferralEvent.ReferralAccepted;
import org.trm.events.types.MinimalDataSet;

/** What an event says of the person, in words: each thing with its name, and nothing of what is not known. */
final class Details {
    private final List<String> said = new ArrayList<>();

    private Details() {}

    static String of(MinimalDataSet known) {
        return new Details()
                .named("Age", known.ageBand(), Words::of)
                .named("gender", known.gender(), Words::of)
                .named("language", known.language(), Words::of)
                .named("citizenship", known.citizenship(), Words::of)
                .named("exploitation", known.exploitation(), Words::of)
                .named("needs", known.needs(), Details::orNone)
                .named("urgency", known.urgency(), Words::of)
                .named("risk", known.riskLevel(), Words::of)
                .named("legal stay", known.legalStayNeed(), Words::of)
                .text();
    }

    static String of(VictimConfirmed event) {
        return new Details()
                .named("Act", event.acts(), Details::orNone)
                .named("means", event.means(), Details::orNone)
                .named("purpose", event.purposes(), Details::orNone)
                .text();
    }

    static String of(BestInterestsDetermined event) {
        return new Details()
                .named("Caregiver", event.caregiver(), Words::of)
                .named("guardian", event.guardianHeard(), heard -> heard ? "heard" : "not heard")
                .named("view", event.childView(), Words::of)
                .text();
    }

    static String of(ConsentGiven event) {
        return new Details()
                .named("Data", event.dataClasses().isEmpty() ? null : event.dataClasses(), Words::all)
                .named("purpose", event.purpose(), Words::of)
                .named("view", event.childView(), Words::of)
                .named("language", event.language(), Words::of)
                .named("interpreter", event.interpreter(), with -> with ? "yes" : "no")
                .text();
    }

    static String of(ReferralAccepted event) {
        return new Details()
                .named("Services", event.services(), Details::orNone)
                .named(
                        "needs that must be answered",
                        event.mandatoryNeeds().isEmpty() ? null : event.mandatoryNeeds(),
                        Words::all)
                .text();
    }

    static String of(MonitoringReported event) {
        return new Details()
                .named("Services delivered", event.servicesDelivered(), Details::orNone)
                .named("risk of being trafficked again", event.retraffickingRisk(), Words::of)
                .text();
    }

    static String list(String name, Collection<? extends Enum<?>> codes) {
        return new Details().named(name, codes, Details::orNone).text();
    }

    private static String orNone(Collection<? extends Enum<?>> codes) {
        return codes.isEmpty() ? "none" : Words.all(codes);
    }

    private <T> Details named(String name, T value, Function<T, String> words) {
        if (value != null) {
            said.add(name + ": " + words.apply(value));
        }
        return this;
    }

    /** Null when nothing is known. */
    private String text() {
        if (said.isEmpty()) {
            return null;
        }
        String all = String.join("; ", said);
        return all.substring(0, 1).toUpperCase(Locale.ENGLISH) + all.substring(1) + ".";
    }
}
