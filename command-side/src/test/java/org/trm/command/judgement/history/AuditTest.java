package org.trm.command.judgement.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.events.types.Role.AUDITOR;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.HEALTH_PROVIDER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trm.command.casefile.Story;
import org.trm.command.casefile.person.RecordPersonalData;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.types.CountryCode;
import org.trm.events.types.PersonalField;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Role;
import org.trm.events.types.Sealed;

/** How much of a history a country may have judged. */
class AuditTest {
    private final Story story = Story.ofAnAdult();

    private Audit auditorOf(CountryCode country) {
        return new Audit(person(country, AUDITOR), story.state);
    }

    @Test
    void aCountryIsToldOfWhatCameToPassWhileItWasResponsible() {
        story.with(ReferralState.MONITORING);
        long moved = story.history.stream()
                .filter(recorded -> recorded.event() instanceof CustodyTransferred)
                .findFirst()
                .orElseThrow()
                .version();

        assertThat(auditorOf(RO).upTo(story.history)).hasValue(story.history.size());
        assertThat(auditorOf(BG).upTo(story.history)).hasValue(moved);
        assertThat(moved).isLessThan(story.history.size());
    }

    @Test
    void aCountryThatIsAskedIsNotToldOfIt() {
        story.with(ReferralState.ACCEPTED);

        assertThat(auditorOf(BG).upTo(story.history)).hasValue(story.history.size());
        assertThat(auditorOf(RO).mayLook()).isTrue();
        assertThat(auditorOf(RO).upTo(story.history)).isEmpty();
        assertThat(auditorOf(DE).mayLook()).isFalse();
    }

    @Test
    void whatACountryKeepsForItselfItsSuccessorIsNotToldOf() {
        story.opened().identified();
        recorded(PersonalField.IDENTITY, COMPETENT_AUTHORITY);
        List<Recorded<CaseEvent>> identity = latest();
        recorded(PersonalField.HEALTH_NOTE, HEALTH_PROVIDER);
        List<Recorded<CaseEvent>> health = latest();

        assertThat(auditorOf(RO).knows(identity)).isTrue();
        assertThat(auditorOf(RO).knows(health)).isFalse();
        assertThat(auditorOf(BG).knows(health)).isTrue();
    }

    private void recorded(PersonalField field, Role by) {
        Sealed value = new Sealed(CASE, 1, field.dataClass(), field, null, "c2VhbGVk");
        story.does(BG, by, new RecordPersonalData(CASE, List.of(value), null));
    }

    private List<Recorded<CaseEvent>> latest() {
        return List.of(story.history.get(story.history.size() - 1));
    }
}
