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

    /** Of one case. Acts that are under way at once are fewer; so much and no more can be left behind by acts that fail. */
    static final int MOST_ASIDE = 10;

    /** One that an act is keeping just now is left alone. */
    private static final String OVERTAKEN = """
            DELETE FROM documents.sealed WHERE (case_id, document_id) IN (
                SELECT case_id, document_id FROM documents.sealed
                WHERE case_id = ? AND NOT kept AND document_id IN (
                    SELECT document_id FROM documents.sealed WHERE case_id = ? AND NOT kept
                    ORDER BY stored_at DESC, document_id OFFSET ?)
                FOR UPDATE SKIP LOCKED)""";

    /** So few at once that it never takes long, however large they are. */
    private static final int AT_ONCE = 50;

    private static final String LEFT_BEHIND = """
            DELETE FROM documents.sealed WHERE (case_id, document_id) IN (
                SELECT case_id, document_id FROM documents.sealed
                WHERE NOT kept AND stored_at < now() - interval '1 day'
                ORDER BY stored_at LIMIT ? FOR UPDATE SKIP LOCKED)""";

    private final JdbcClient jdbc;

    StoredDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Leaves one alone that an act has kept. Of those of the case that no act has kept the oldest go, when there are too
     * many: whose act was still under way is told to send it again.
     */
    public void putAside(CaseId caseId, DocumentId documentId, byte[] content, ContentHash hash) {
        jdbc.sql(PUT_ASIDE)
                .params(caseId.value(), documentId.value(), content, hash.value())
                .update();
        jdbc.sql(OVERTAKEN).params(caseId.value(), caseId.value(), MOST_ASIDE).update();
    }

    /** What no act has kept within a day belongs to no case. */
    void throwAway() {
        int thrown = AT_ONCE;
        while (thrown == AT_ONCE) {
            thrown = jdbc.sql(LEFT_BEHIND).param(AT_ONCE).update();
        }
    }

    /** @return false when it is not what was put aside, or not there any more */
    boolean keep(CaseId caseId, DocumentId documentId, ContentHash hash) {
        return jdbc.sql("UPDATE documents.sealed SET kept = true"
                                + " WHERE case_id = ? AND document_id = ? AND content_hash = ? AND NOT kept")
                        .params(caseId.value(), documentId.value(), hash.value())
                        .update()
                == 1;
    }

    void remove(CaseId caseId, DocumentId documentId) {
        jdbc.sql("DELETE FROM documents.sealed WHERE case_id = ? AND document_id = ?")
                .params(caseId.value(), documentId.value())
                .update();
    }

    public void removeAllOf(CaseId caseId) {
        jdbc.sql("DELETE FROM documents.sealed WHERE case_id = ?")
                .param(caseId.value())
                .update();
    }
}
