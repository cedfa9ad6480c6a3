package org.trm.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trm.command.CaseCommands;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Cases;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Decision.Recalled;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.Insight;
import org.trm.command.casefile.KnownSince;
import org.trm.command.documents.StoredDocuments;
import org.trm.command.duplicates.Blinded;
import org.trm.command.duplicates.Blinding;
import org.trm.command.keys.Sealing;
import org.trm.command.keys.Sealing.SealedDocument;
import org.trm.events.Recorded;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.DocumentId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Sealed;
import tools.jackson.databind.JsonNode;

/** Gives commands to their cases, with all that history and {@link RememberedActs} need to know of them. */
@Component
final class Acts {
    /** Header of an answer that was given before to the same key. */
    static final String REPLAYED = "Idempotency-Replayed";

    /** @param commandId the act's own id: derived from its key, so that the same key is the same act */
    record Origin(Actor actor, UUID commandId, Terms terms, HttpServletRequest request, HttpServletResponse response) {}

    private final CaseCommands commands;
    private final RequestSeal seal;
    private final Since since;
    private final Sealing sealing;
    private final ActMemory memory;
    private final StoredDocuments documents;
    private final Blinding blinding;
    private final Cases cases;
    private final SealedLeaves sealedLeaves;

    Acts(
            CaseCommands commands,
            RequestSeal seal,
            Since since,
            Sealing sealing,
            ActMemory memory,
            StoredDocuments documents,
            Blinding blinding,
            Cases cases,
            SealedLeaves sealedLeaves) {
        this.commands = commands;
        this.seal = seal;
        this.since = since;
        this.sealing = sealing;
        this.blinding = blinding;
        this.memory = memory;
        this.documents = documents;
        this.cases = cases;
        this.sealedLeaves = sealedLeaves;
    }

    /** What the body of the request says about the person, sealed; what of it can be compared is kept with the request. */
    List<Sealed> sealed(CaseCommand intent, Set<PersonalField> fields, Origin origin) {
        JsonNode body = StrictJson.read((byte[]) origin.request().getAttribute(StrictBody.BYTES));
        Map<PersonalField, byte[]> values = PersonalFields.values(fields, body);
        List<Sealed> sealed =
                sealing.seal(intent, origin.actor(), origin.terms().expectedVersion(), origin.commandId(), values);
        Blinded blinded = blinding.of(values, origin.actor().country());
        origin.request().setAttribute(Blinded.METADATA, blinded.isEmpty() ? null : blinded.text());
        return sealed;
    }

    /** A document that the request brings, sealed and put aside until the act keeps it. */
    SealedDocument sealed(
            CaseCommand intent,
            PersonalField field,
            DocumentId documentId,
            byte[] description,
            byte[] content,
            Origin origin) {
        SealedDocument sealed = sealing.seal(
                intent,
                origin.actor(),
                origin.terms().expectedVersion(),
                origin.commandId(),
                field,
                documentId,
                description,
                content);
        documents.putAside(intent.caseId(), documentId, sealed.content(), ContentHash.of(sealed.content()));
        return sealed;
    }

    /** What came of the act before; asked before anything is sealed for it. */
    Optional<Decision> before(Origin origin) {
        return origin.terms().key() == null
                ? Optional.empty()
                : memory.find(origin.commandId(), sealed(origin.request()))
                        .map(first -> told(new Recalled(first), origin));
    }

    /**
     * Why an act of this kind would be refused whatever its body says. One that was done before is not judged again: the
     * first answer is told when its body shows that it is the same.
     */
    Optional<Refused> bar(Class<? extends CaseCommand> kind, CaseId caseId, Origin origin) {
        return origin.terms().key() != null && memory.knows(origin.commandId())
                ? Optional.empty()
                : sealing.bar(kind, caseId, origin.actor(), origin.terms().expectedVersion());
    }

    /** An act that was refused before anything was sealed for it is remembered as every act. */
    Decision barred(CaseId caseId, Refused refused, Origin origin) {
        if (origin.terms().key() != null) {
            memory.keep(origin.commandId(), sealed(origin.request()), caseId, refused);
        }
        return refused;
    }

    Decision give(CaseCommand command, Origin origin) {
        return told(commands.send(command, act(origin), further(origin)), origin);
    }

    /** What came of the act; of one that was done before its answer says so, be it done or refused. */
    Decision told(Decision decision, Origin origin) {
        if (decision instanceof Recalled recalled) {
            origin.response().setHeader(REPLAYED, "true");
            return recalled.first();
        }
        return decision;
    }

    CaseCommands.Act act(Origin origin) {
        return new CaseCommands.Act(
                origin.actor(),
                origin.commandId(),
                Correlation.of(origin.request()).toString(),
                origin.commandId().toString(),
                origin.terms().expectedVersion());
    }

    private Map<String, String> further(Origin origin) {
        Map<String, String> further = new HashMap<>(remembering(origin));
        if (origin.request().getAttribute(Blinded.METADATA) instanceof String blinded) {
            further.put(Blinded.METADATA, blinded);
        }
        return further;
    }

    /** What {@link RememberedActs} needs; nothing when the client gave no key. */
    Map<String, String> remembering(Origin origin) {
        return origin.terms().key() == null ? Map.of() : Map.of(RememberedActs.REQUEST, sealed(origin.request()));
    }

    /** Asked before the act is done: what has happened must not fail any more because this could not be found out. */
    boolean tellsVersion(CaseId caseId, Origin origin) {
        return Insight.ofVersion(cases, caseId, origin.actor());
    }

    /** What happened since the version on which the actor insisted. */
    List<Since.Happened> since(CaseId caseId, Origin origin) {
        return since.tell(caseId, origin.terms().expectedVersion(), origin.actor());
    }

    /**
     * That the events of the act are sealed, as far as its actor may know of them; null when she does not wait for it, or it
     * is not so in time.
     */
    List<SealedLeaf> sealed(CaseId caseId, Decision decision, Origin origin) {
        if (origin.terms().sealedWithin() == null) {
            return null;
        }
        int events = decision instanceof Happened happened
                ? Math.max(1, happened.events().size())
                : 1;
        Set<Long> versions = KnownSince.of(cases, caseId, decision.version() - events, origin.actor(), events).stream()
                .map(Recorded::version)
                .collect(Collectors.toSet());
        if (versions.isEmpty()) {
            return null;
        }
        Optional<List<SealedLeaf>> sealed =
                sealedLeaves.await(caseId, versions, origin.terms().sealedWithin());
        sealed.ifPresent(all -> origin.response().addHeader("Preference-Applied", Terms.SEALED));
        return sealed.orElse(null);
    }

    private String sealed(HttpServletRequest request) {
        return seal.of(request.getMethod(), request.getRequestURI(), (byte[]) request.getAttribute(StrictBody.BYTES));
    }
}
