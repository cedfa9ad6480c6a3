package org.trm.command.keys;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Cases;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Directory;
import org.trm.command.casefile.Judge;
import org.trm.events.privacy.DataKey;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.DocumentId;
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
     * @param expectedVersion the version that she insists on, or null
     * @throws Barred when she may not: no key is made then
     * @throws org.trm.events.privacy.KeysUnreachable when the keys cannot be reached
     */
    public List<Sealed> seal(
            CaseCommand intent, Actor actor, Long expectedVersion, UUID act, Map<PersonalField, byte[]> values) {
        Context context = context(actor, expectedVersion);
        Set<Scope> scopes = values.keySet().stream().map(Scope::of).collect(Collectors.toSet());
        CaseState state = unbarred(intent.caseId(), scopes, known -> Judge.bar(intent, known, context));
        return values.entrySet().stream()
                .map(value -> keys.of(state, Scope.of(value.getKey())).seal(value.getKey(), act, value.getValue()))
                .toList();
    }

    /**
     * Why whoever asks would be refused an act of this kind, whatever it says in particular.
     *
     * @param kind of an act that is not one on a referral
     * @param expectedVersion the version that she insists on, or null
     */
    public Optional<Refused> bar(Class<? extends CaseCommand> kind, CaseId caseId, Actor actor, Long expectedVersion) {
        return Judge.bar(kind, state(caseId), context(actor, expectedVersion));
    }

    /** What of a document its event says, and what lies beside the events. */
    public record SealedDocument(Sealed description, byte[] content) {}

    /**
     * Seals a document of one case, and its description as a value of the field that it belongs to.
     *
     * @param intent the act as it will be but for what is sealed: one that would be refused leaves nothing behind
     * @param expectedVersion the version that its actor insists on, or null
     * @throws Barred when it would be refused
     * @throws org.trm.events.privacy.KeysUnreachable when the keys cannot be reached
     */
    public SealedDocument seal(
            CaseCommand intent,
            Actor actor,
            Long expectedVersion,
            UUID act,
            PersonalField field,
            DocumentId documentId,
            byte[] description,
            byte[] content) {
        Context context = context(actor, expectedVersion);
        CaseState state = unbarred(
                intent.caseId(),
                Set.of(Scope.of(field)),
                known -> Optional.of(Judge.judge(intent, known, context))
                        .filter(Refused.class::isInstance)
                        .map(Refused.class::cast));
        DataKey key = keys.of(state, Scope.of(field));
        return new SealedDocument(key.seal(field, act, description), key.seal(field, documentId, content));
    }

    private CaseState state(CaseId caseId) {
        return cases.find(caseId).orElse(null);
    }

    private Context context(Actor actor, Long expectedVersion) {
        return new Context(actor, clock.instant().truncatedTo(ChronoUnit.MILLIS), directory, expectedVersion);
    }

    /**
     * The case, if nothing bars the act. With its keys at hand, it is taken as this node knows it: the act is judged again
     * when it is recorded, and what was sealed under a key of before is refused then. Before it bars anybody, and before a
     * key is made, the store says whether another node has taken the case further.
     */
    private CaseState unbarred(CaseId caseId, Set<Scope> scopes, Function<CaseState, Optional<Refused>> bar) {
        Optional<CaseState> known = cases.known(caseId);
        if (known.filter(state -> keys.atHand(state, scopes) && bar.apply(state).isEmpty())
                .isPresent()) {
            return known.get();
        }
        CaseState latest = state(caseId);
        bar.apply(latest).ifPresent(refused -> {
            throw new Barred(refused);
        });
        return latest;
    }
}
