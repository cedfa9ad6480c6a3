package org.trm.command.documents;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.DocumentId;

/** Sealed documents. One is put aside before its act is decided, and kept by it; what no act keeps is thrown away. */
@Component
public class StoredDocuments {
    /** An act that was begun again has sealed the document anew. */
    private static final String PUT_ASIDE = """
            INSERT INTO documents.sealed (case_id, document_id, content, content_hash) VALUES (?, ?, ?, ?)
            ON CONFLICT (case_id, document_id) DO UPDATE
                SET content = EXCLUDED.content, content_hash = EXCLUDED.content_hash, stored_at = now()
                WHERE NOT documents.sealed.kept""";

    private final JdbcClient jdbc;

    StoredDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves one alone that an act has kept. */
    public void putAside(CaseId caseId, DocumentId documentId, byte[] content, ContentHash hash) {
        jdbc.sql(PUT_ASIDE)
                .params(caseId.value(), documentId.value(), content, hash.value())
                .update();
    }

    /** @return false when it is not what was put aside, or not there any more */
    boolean keep(CaseId caseId, DocumentId documentId, ContentHash hash) {
        return jdbc.sql("UPDATE documents.sealed SET kept = true"
                                + " WHERE case_id = ? AND document_id = ? AND content_hash = ? AND NOT kept")
                        .params(caseId.value(), documentId.value(), hash.value())
                        .update()
                == 1;
    }

    void removeAllOf(CaseId caseId) {
        jdbc.sql("DELETE FROM documents.sealed WHERE case_id = ?")
                .param(caseId.value())
                .update();
    }
}
