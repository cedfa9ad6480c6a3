package org.trm.command.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.RO;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.trm.command.casefile.Countries;
import org.trm.events.DirectoryEvent.MechanismRegistered;
import org.trm.events.DirectoryEvent.ProcedurePublished;
import org.trm.events.DirectoryEvent.ReferralsPaused;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Procedure;
import org.trm.events.types.ProcedureVersion;

/** What the directory said, at any moment since. */
class DirectoryHistoryTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Procedure VALUES =
            new Countries().procedure(Countries.BG).values();

    private final DirectoryHistory history = new DirectoryHistory();

    private void published(CountryCode country, int version, Instant at) {
        history.add(
                DirectoryCommand.entryOf(country),
                new ProcedurePublished(country, new ProcedureVersion(country, version), VALUES),
                at);
    }

    @Test
    void aProcedureIsInForceFromItsPublicationUntilTheNext() {
        published(BG, 1, MORNING);
        published(BG, 2, NOON);

        assertThat(history.at(MORNING.minusMillis(1)).hasProcedure(BG)).isFalse();
        assertThat(history.at(MORNING).procedure(BG).version().version()).isEqualTo(1);
        assertThat(history.at(NOON.minusMillis(1)).procedure(BG).version().version())
                .isEqualTo(1);
        assertThat(history.at(NOON).procedure(BG).version().version()).isEqualTo(2);
        assertThat(history.latest().procedure(BG).version().version()).isEqualTo(2);
    }

    @Test
    void everyVersionThatWasPublishedIsKnown() {
        published(BG, 1, MORNING);
        published(BG, 2, NOON);

        assertThat(history.published(new ProcedureVersion(BG, 1)))
                .hasValueSatisfying(first -> assertThat(first.values()).isEqualTo(VALUES));
        assertThat(history.published(new ProcedureVersion(BG, 3))).isEmpty();
        assertThat(history.published(new ProcedureVersion(RO, 1))).isEmpty();
    }

    @Test
    void whatBecameVisibleLaterIsNotOlder() {
        published(BG, 1, NOON);
        // By the clock of another node.
        published(RO, 1, MORNING);

        assertThat(history.at(MORNING).hasProcedure(RO)).isFalse();
        assertThat(history.at(NOON).hasProcedure(RO)).isTrue();
        assertThat(history.at(NOON).hasProcedure(BG)).isTrue();
    }

    @Test
    void aCountryThatPausedTookReferralsBefore() {
        history.add(
                DirectoryCommand.entryOf(BG),
                new MechanismRegistered(BG, new Countries().mechanism(BG).orElseThrow()),
                MORNING);
        published(BG, 1, MORNING);
        history.add(DirectoryCommand.entryOf(BG), new ReferralsPaused(BG), NOON);

        assertThat(history.at(MORNING).takesReferrals(BG)).isTrue();
        assertThat(history.at(NOON).takesReferrals(BG)).isFalse();
    }
}
