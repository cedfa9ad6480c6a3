package org.trm.command.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.trm.command.CaseCommands;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Rule;
import org.trm.command.keys.Sealing;
import org.trm.events.types.CaseId;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.DocumentId;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Sealed;

/**
 * One act as it arrives: who acts and on what terms. A method of a REST class makes the command of it and gets the answer.
 * Ids that the client leaves out are the act's own id, so that the same act always makes the same things.
 */
public final class Act {
    private static final CacheControl PRIVATE = CacheControl.noStore().cachePrivate();

    private final UUID id;
    private final Acts acts;
    private final Acts.Origin origin;
    private final Function<CaseCommand, Decision> giving;
    private CaseId opened;
    private ReferralId drafted;
    private boolean draftedForAnother;
    private ConsentId consented;
    private EmergencyAccessId accessing;
    private DocumentId attached;

    Act(Acts acts, Acts.Origin origin) {
        this.id = origin.commandId();
        this.acts = acts;
        this.origin = origin;
        this.giving = command -> acts.give(command, origin);
    }

    private Act(Consumer<CaseCommand> hearer) {
        this.id = Ids.next();
        this.acts = null;
        this.origin = null;
        this.giving = command -> {
            hearer.accept(command);
            return new Happened(List.of(), 0);
        };
    }

    /** An act that only tells its command: nothing is given, and nothing comes of it. */
    static Act imagined(Consumer<CaseCommand> hearer) {
        return new Act(hearer);
    }

    /** The id of the case that this act opens. */
    public CaseId caseId(CaseId chosen) {
        opened = chosen == null ? new CaseId(id) : chosen;
        return opened;
    }

    /** The id of the referral that this act drafts. */
    public ReferralId referralId(ReferralId chosen) {
        drafted = chosen == null ? new ReferralId(id) : chosen;
        return drafted;
    }

    /** The id of the referral that this act drafts for another country: it is that country's to read. */
    public ReferralId referralIdForAnother(ReferralId chosen) {
        draftedForAnother = true;
        return referralId(chosen);
    }

    /** The id of the consent that this act records. */
    public ConsentId consentId(ConsentId chosen) {
        consented = chosen == null ? new ConsentId(id) : chosen;
        return consented;
    }

    /** The id of the emergency access that this act opens: by it whoever acts reads the person, and with her the version. */
    public EmergencyAccessId accessId(EmergencyAccessId chosen) {
        accessing = chosen == null ? new EmergencyAccessId(id) : chosen;
        return accessing;
    }

    /** The id of the document that this act attaches. */
    public DocumentId documentId(DocumentId chosen) {
        attached = chosen == null ? new DocumentId(id) : chosen;
        return attached;
    }

    /**
     * Asked before a large body is read.
     *
     * @throws Unanswerable when such an act would be refused whatever the body says, unless it was done before
     */
    void requireNotBarred(Class<? extends CaseCommand> kind, CaseId caseId) {
        acts.bar(kind, caseId, origin).ifPresent(refused -> {
            throw new Unanswerable(problem(refused, caseId));
        });
    }

    /**
     * A document, sealed, and put aside until the act that attaches it keeps it.
     *
     * @param field that it belongs to
     * @param description is sealed as JSON, as a value of that field
     * @param command makes the command of what is sealed
     */
    public CaseCommand sealedDocument(
            CaseId caseId,
            DocumentId documentId,
            PersonalField field,
            Record description,
            byte[] content,
            BiFunction<Sealed, ContentHash, CaseCommand> command) {
        CaseCommand intent =
                command.apply(PersonalFields.imagined(caseId, Set.of(field)).get(0), ContentHash.of(content));
        if (acts == null) {
            return intent;
        }
        Sealing.SealedDocument sealed =
                acts.sealed(intent, field, documentId, PersonalFields.json(description), content, origin);
        return command.apply(sealed.description(), ContentHash.of(sealed.content()));
    }

    /**
     * The fields of a body that say something about the person, each sealed as it was sent.
     *
     * @param intent what the act is, as far as it decides whether its actor may do such a thing at all
     * @param body whose fields are named as in {@link org.trm.events.types.PersonalField}
     */
    public List<Sealed> sealed(CaseCommand intent, Record body) {
        Set<PersonalField> fields = PersonalFields.givenIn(body);
        return acts == null ? PersonalFields.imagined(intent.caseId(), fields) : acts.sealed(intent, fields, origin);
    }

    /**
     * Gives the command to its case: 201 where something came into being, else 200; a refusal becomes its problem. Who may
     * not look into the case is told no more than that.
     */
    public ResponseEntity<Receipt> done(CaseCommand command) {
        boolean tellsVersion = tellsVersion(command.caseId());
        return told(command.caseId(), giving.apply(command), tellsVersion);
    }

    /**
     * The same of a command that carries what was sealed. When the keys of the case have changed since, it is sealed anew.
     *
     * @param sealing makes the command
     */
    public ResponseEntity<Receipt> done(CaseId caseId, Supplier<CaseCommand> sealing) {
        boolean tellsVersion = tellsVersion(caseId);
        return told(caseId, decided(caseId, sealing), tellsVersion);
    }

    private boolean tellsVersion(CaseId caseId) {
        return acts == null || accessing != null || acts.tellsVersion(caseId, origin);
    }

    private ResponseEntity<Receipt> told(CaseId caseId, Decision decision, boolean tellsVersion) {
        if (decision instanceof Refused refused) {
            throw new Unanswerable(problem(refused, caseId));
        }
        Long version = tellsVersion ? decision.version() : null;
        List<SealedLeaf> sealed = tellsVersion && acts != null ? acts.sealed(caseId, decision, origin) : null;
        Receipt receipt = new Receipt(
                caseId.value(),
                version,
                drafted == null ? null : drafted.value(),
                consented == null ? null : consented.value(),
                accessing == null ? null : accessing.value(),
                attached == null ? null : attached.value(),
                sealed);
        boolean creates =
                opened != null || drafted != null || consented != null || accessing != null || attached != null;
        return answer(creates, version, created(caseId, version), receipt);
    }

    private Decision decided(CaseId caseId, Supplier<CaseCommand> sealing) {
        Optional<Decision> before = acts == null ? Optional.empty() : acts.before(origin);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            Decision decision = giving.apply(sealing.get());
            boolean overtaken = decision instanceof Refused refused && refused.rule() == Rule.CASE_BUSY;
            return overtaken ? giving.apply(sealing.get()) : decision;
        } catch (Sealing.Barred barred) {
            return acts.barred(caseId, barred.refused(), origin);
        }
    }

    /** Null when nothing came into being that whoever acts may read. A consent is told of by its entry in the timeline. */
    private URI created(CaseId caseId, Long version) {
        if (opened != null) {
            return URI.create("/api/cases/" + caseId);
        } else if (drafted != null) {
            return draftedForAnother ? null : URI.create("/api/cases/" + caseId + "/referrals/" + drafted);
        }
        if (accessing != null) {
            return URI.create("/api/cases/" + caseId + "/person?purpose=EMERGENCY&atLeastVersion=" + version);
        }
        if (attached != null) {
            return URI.create("/api/cases/" + caseId + "/person/documents/" + attached);
        }
        return consented == null ? null : URI.create("/api/cases/" + caseId + "/timeline");
    }

    /**
     * Does what is not a case's, on the same terms: whoever it is for says what came of it, and a refusal becomes its
     * problem.
     *
     * @param created where what came into being is to be read; null when nothing did
     * @param receipt makes the answer's body of the version that it led to
     */
    public <R> ResponseEntity<R> done(
            BiFunction<CaseCommands.Act, Map<String, String>, Decision> giving, URI created, LongFunction<R> receipt) {
        Decision decision = acts.told(giving.apply(acts.act(origin), acts.remembering(origin)), origin);
        if (decision instanceof Refused refused) {
            throw new Unanswerable(Problem.of(refused));
        }
        return answer(created != null, decision.version(), created, receipt.apply(decision.version()));
    }

    private static <R> ResponseEntity<R> answer(boolean creates, Long version, URI created, R receipt) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(creates ? HttpStatus.CREATED : HttpStatus.OK);
        if (created != null) {
            answer.location(created);
        }
        if (version != null) {
            answer.eTag(version.toString());
        }
        return answer.cacheControl(PRIVATE).body(receipt);
    }

    private Problem problem(Refused refused, CaseId caseId) {
        Problem problem = Problem.of(refused);
        return refused.rule() == Rule.VERSION_MISMATCH && !refused.facts().isEmpty()
                ? problem.with("timeline", "/api/cases/" + caseId + "/timeline").with(acts.since(caseId, origin))
                : problem;
    }
}
