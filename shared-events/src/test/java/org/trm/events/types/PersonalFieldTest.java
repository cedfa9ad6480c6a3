package org.trm.events.types;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** By which key a field opens was decided when the first value of it was sealed: nothing here may ever change. */
class PersonalFieldTest {
    private static final String SCOPES = """
            IDENTITY B
            PAPERS B
            CONTACT C-custody
            WHEREABOUTS C-custody
            TRAVEL_PLAN C
            ACCOUNT D
            HANDOVER_NOTE E
            HEALTH_NOTE E-own
            PSYCHOSOCIAL_NOTE E-own
            RESIDENCE F
            ASYLUM F-own
            PROCEEDINGS G-own
            OFFENCES H-own
            PERPETRATORS H-own
            FAMILY I
            RISK I
            """;

    @Test
    void everyFieldOpensByTheKeyThatItHasAlwaysHad() {
        StringBuilder scopes = new StringBuilder();
        for (PersonalField field : PersonalField.values()) {
            scopes.append(field).append(' ').append(Scope.of(field)).append('\n');
        }
        assertThat(scopes).hasToString(SCOPES);
    }
}
