package org.trm.query.audit.replay;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CountryCode;
import org.trm.events.types.PersonalField;
import org.trm.events.types.PersonalField.Reach;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Relation;
import org.trm.query.access.CountrySight;
import org.trm.query.access.Relations;
import org.trm.query.referral.Standing;
import org.trm.query.referral.StandingFold;

/** What one country learns of a case event by event. What it has been shown once it knows, whatever it is to it later. */
final class Knowledge {
    /** In these a transfer lets the receiving country open what the person agreed to disclose. */
    private static final Set<ReferralState> RELEASED =
            EnumSet.of(ReferralState.READY, ReferralState.IN_TRANSIT, ReferralState.INTERRUPTED, ReferralState.ARRIVED);

    private final CountryCode country;
    private final Map<Long, Long> shown = new HashMap<>();
    private final List<Recorded<CaseEvent>> notYetShown = new ArrayList<>();
    private Relations relations = Relations.NONE;
    private List<Standing> referrals = List.of();

    Knowledge(CountryCode country) {
        this.country = country;
    }

    void learn(Recorded<CaseEvent> event) {
        relations = relations.after(event);
        referrals = StandingFold.after(referrals, event);
        notYetShown.add(event);
        CountrySight sight = CountrySight.of(country, relations);
        notYetShown.removeIf(earlier -> {
            boolean seen = earlier.actor().actsFor(country) || sight.sees(earlier);
            if (seen) {
                shown.put(earlier.version(), event.version());
            }
            return seen;
        });
    }

    Relation relation() {
        return relations.of(country);
    }

    /** The versions of the events that it has been shown, each with that of the event by which it was. */
    Map<Long, Long> shown() {
        return Map.copyOf(shown);
    }

    /** What it might open at most, by how far each field goes. */
    List<PersonalField> entitledTo() {
        boolean keeps =
                relation() == Relation.HOLDER || relations.lastHeld(country).isPresent();
        boolean released = referrals.stream()
                .anyMatch(referral -> referral.to().equals(country)
                        && referral.transfersCustody()
                        && RELEASED.contains(referral.state()));
        return EnumSet.allOf(PersonalField.class).stream()
                .filter(field -> keeps || released && field.reach() == Reach.AFTER_READY)
                .toList();
    }
}
