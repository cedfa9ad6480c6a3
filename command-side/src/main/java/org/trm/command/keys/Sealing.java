package org.trm.command.keys;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Cases;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.Judge;
import org.trm.events.types.Actor;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Scope;
import org.trm.events.types.Sealed;

/** Seals what an act says about the person, before a command is made of it. */
@Component
public class Sealing {
    private final Cases cases;
    private final CaseKeys keys;
    private final Directory directory;
    private final Clock clock;

    Sealing(Cases cases, CaseKeys keys, Directory directory, Clock clock) {
        this.cases = cases;
        this.keys = keys;
        this.directory = directory;
        this.clock = clock;
    }

    /** Whoever asks may not do such a thing to the case, and nothing was sealed for her. */
    public static final class Barred extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Refused refused;

        private Barred(Refused refused) {
            super(refused.rule().name(), null, false, false);
            this.refused = refused;
        }

        public Refused refused() {
            return refused;
        }
    }

    /**
     * Seals values of one case for one act, each under the key of its scope.
     *
     * @param intent what is to be done, as far as it decides whether its actor may do such a thing at all
     * @throws Barred when she may not: no key is made then
     * @throws org.trm.events.privacy.KeysUnreachable when the keys cannot be reached
     */
    public List<Sealed> seal(CaseCommand intent, Actor actor, UUID act, Map<PersonalField, byte[]> values) {
        Context context = new Context(actor, clock.instant().truncatedTo(ChronoUnit.MILLIS), directory, null);
        CaseState state = cases.find(intent.caseId()).orElse(null);
        Judge.bar(intent, state, context).ifPresent(refused -> {
            throw new Barred(refused);
        });
        return values.entrySet().stream()
                .map(value -> keys.of(state, Scope.of(value.getKey())).seal(value.getKey(), act, value.getValue()))
                .toList();
    }
}
