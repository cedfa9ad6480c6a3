package org.trm.query.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.identity.Bearer;
import org.trm.events.privacy.DataKey;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.Shredded;
import org.trm.events.privacy.Tampered;
import org.trm.events.types.CaseId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.DocumentId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Relation;
import org.trm.query.access.AccessScope;
import org.trm.query.reading.Seen;
import org.trm.query.reading.When;
import org.trm.query.web.QueryProblem;
import org.trm.query.web.Unanswered;
import tools.jackson.databind.json.JsonMapper;

/** Opens a document about a person, for whom what it belongs to may be opened. */
@Component
public class DocumentReader {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PersonReading reading;
    private final Openings openings;
    private final Keyring keyring;
    private final KeyStore store;
    private final JdbcClient jdbc;

    /** @param format as it was recognised when the document was attached */
    public record Opened(String format, byte[] content) {}

    DocumentReader(PersonReading reading, Openings openings, Keyring keyring, KeyStore store, JdbcClient jdbc) {
        this.reading = reading;
        this.openings = openings;
        this.keyring = keyring;
        this.store = store;
        this.jdbc = jdbc;
    }

    /** @throws QueryProblem when there is no such document for her; when it was erased; or when it cannot be opened now */
    public Opened of(AccessScope scope, Opener opener, CaseId caseId, DocumentId documentId) {
        Seen<PersonRow> seen = reading.read(scope, opener, caseId, When.NOW);
        Set<PersonalField> shown =
                FieldSight.of(scope.role(), opener.purpose(), seen.sight().standing());
        return of(scope, opener, seen, documentId, shown);
    }

    /**
     * A document that goes with what is held about the person, for the person herself (GDPR art. 15).
     *
     * @throws QueryProblem as above
     */
    public Opened forHerself(AccessScope scope, Bearer officer, CaseId caseId, DocumentId documentId) {
        Opener opener = new Opener(officer, ReadingPurpose.DATA_SUBJECT_REQUEST);
        Seen<PersonRow> seen = reading.read(scope, opener, caseId, When.NOW);
        return of(scope, opener, seen, documentId, FieldSight.ofHerself());
    }

    private Opened of(
            AccessScope scope, Opener opener, Seen<PersonRow> seen, DocumentId documentId, Set<PersonalField> shown) {
        CaseId caseId = seen.row().caseId();
        PersonRow.Document document = seen.row().documents().stream()
                .filter(one -> one.id().equals(documentId))
                .filter(one -> shown.contains(one.field()))
                .findFirst()
                .orElseThrow(QueryProblem::notFound);
        if (seen.row().erased() != null || store.shredded(caseId).isPresent()) {
            throw seen.sight().standing() == Relation.HOLDER
                    ? QueryProblem.of(Unanswered.PERSON_ERASED)
                    : QueryProblem.notFound();
        }
        Map<DataKeyId, KeyWrap> keyed = openings.recorded(
                scope,
                opener,
                seen,
                documentId,
                given -> given.containsKey(document.key()) ? List.of(document.field()) : List.of());
        KeyWrap wrap = Optional.ofNullable(keyed.get(document.key())).orElseThrow(QueryProblem::notFound);
        return opened(caseId, document, wrap);
    }

    private Opened opened(CaseId caseId, PersonRow.Document document, KeyWrap wrap) {
        try {
            if (!document.description().standsInItsPlace()) {
                throw new Tampered("its description was sealed for another act");
            }
            DataKey key = keyring.of(wrap);
            byte[] sealed = sealed(caseId, document);
            String format = JSON.readTree(key.open(document.description().sealed()))
                    .path("format")
                    .asString();
            return new Opened(format, key.open(document.field(), document.id(), sealed));
        } catch (Shredded erased) {
            throw QueryProblem.notFound();
        } catch (KeysUnreachable | Tampered e) {
            LOG.error("Document {} of case {} could not be opened: {}", document.id(), caseId, e.getMessage());
            throw QueryProblem.of(Unanswered.DOCUMENT_UNAVAILABLE);
        }
    }

    private byte[] sealed(CaseId caseId, PersonRow.Document document) {
        byte[] sealed = jdbc.sql("SELECT content FROM documents.sealed WHERE case_id = ? AND document_id = ?")
                .params(caseId.value(), document.id().value())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new Tampered("it does not lie where it was put"));
        if (!ContentHash.of(sealed).equals(document.content())) {
            throw new Tampered("it is not what was recorded");
        }
        return sealed;
    }
}
