package org.trm.deploy.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Romania names Germany as the country that is competent for her; whether Germany is asked is Bulgaria's to decide. */
class ForwardedReferralTest extends Journey {
    @Test
    void germany_learns_of_her_when_bulgaria_asks_it_with_her_consent() {
        Her her = received();

        romania.forwards(her, germany);

        assertThat(bulgaria.sees(her).referrals()).containsExactlyInAnyOrder("RO FORWARDED", "DE DRAFT");
        assertThat(bulgaria.letter(her).waitingOn()).containsExactly("BG");
        assertThat(romania.sees(her).referrals()).containsExactly("RO FORWARDED");
        germany.knowsNothingOf(her);
        refused("409 CONSENT_REQUIRED", () -> bulgaria.submits(her));
        consented(her, germany);
        germany.knowsNothingOf(her);

        bulgaria.submits(her);

        assertThat(germany.sees(her).relation()).isEqualTo("ADDRESSED");
        assertThat(germany.sees(her).referrals()).containsExactly("DE SUBMITTED");
        assertThat(romania.sees(her).referrals()).containsExactly("RO FORWARDED");
        assertThat(coordinator.sees(her).responsible()).isEqualTo("BG");
    }

    @Test
    void bulgaria_may_let_it_be() {
        Her her = received();
        romania.forwards(her, germany);

        bulgaria.withdraws(her);

        assertThat(bulgaria.sees(her).referrals()).containsExactlyInAnyOrder("RO FORWARDED", "DE WITHDRAWN");
        germany.knowsNothingOf(her);
        bulgaria.drafts(her, romania);
        assertThat(bulgaria.letter(her).state()).isEqualTo("DRAFT");
    }

    @Test
    void the_other_country_goes_on_as_if_it_had_been_asked_first() {
        Her her = received();
        romania.forwards(her, germany);
        consented(her, germany);
        bulgaria.submits(her);

        germany.acknowledgesReceipt(her);
        germany.accepts(her, "SHELTER", "MEDICAL", "PSYCHOSOCIAL");

        assertThat(germany.letter(her).state()).isEqualTo("ACCEPTED");
        assertThat(germany.letter(her).text("forwardedFrom")).isEmpty();
        assertThat(bulgaria.letter(her).text("forwardedFrom")).isNotEmpty();
        assertThat(romania.sees(her).referrals()).containsExactly("RO FORWARDED");
    }
}
