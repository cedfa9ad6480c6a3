package org.trm.command.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.store.StaleCase;
import org.trm.events.PersonalEvent.DocumentAttached;
import org.trm.events.types.CaseId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.DocumentId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Sealed;

/** A document is put aside as often as its act is begun, and kept once. */
class StoredDocumentsTest {
    private static final byte[] FIRST = "sealed".getBytes(UTF_8);
    private static final byte[] AGAIN = "sealed anew".getBytes(UTF_8);

    private static EmbeddedPostgres postgres;
    private static JdbcClient jdbc;
    private static StoredDocuments documents;

    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final DocumentId id = new DocumentId(UUID.randomUUID());

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        DataSource database = postgres.getPostgresDatabase();
        new JdbcTemplate(database).execute("CREATE ROLE trm_command; CREATE ROLE trm_query");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/command")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
        documents = new StoredDocuments(jdbc);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private void putAside(byte[] content) {
        documents.putAside(caseId, id, content, ContentHash.of(content));
    }

    private boolean kept(byte[] content) {
        return documents.keep(caseId, id, ContentHash.of(content));
    }

    private byte[] stored() {
        return jdbc.sql("SELECT content FROM documents.sealed WHERE document_id = ?")
                .param(id.value())
                .query(byte[].class)
                .single();
    }

    @Test
    void whatAnActBegunAgainHasSealedAnewTakesThePlaceOfTheFirst() {
        putAside(FIRST);
        putAside(AGAIN);

        assertThat(kept(FIRST)).isFalse();
        assertThat(kept(AGAIN)).isTrue();
        assertThat(stored()).isEqualTo(AGAIN);
    }

    @Test
    void whatIsKeptIsKeptOnceAndStaysAsItIs() {
        putAside(FIRST);
        kept(FIRST);

        putAside(AGAIN);

        assertThat(kept(FIRST)).isFalse();
        assertThat(stored()).isEqualTo(FIRST);
        assertThatThrownBy(() -> jdbc.sql("UPDATE documents.sealed SET content = '' WHERE kept")
                        .update())
                .hasStackTraceContaining("never altered");
    }

    @Test
    void ofWhatNoActKeepsOnlySoMuchLiesInOneCase() {
        putAside(FIRST);
        kept(FIRST);
        List<DocumentId> aside = Stream.generate(() -> new DocumentId(UUID.randomUUID()))
                .limit(StoredDocuments.MOST_ASIDE + 3)
                .toList();

        aside.forEach(one -> documents.putAside(caseId, one, AGAIN, ContentHash.of(AGAIN)));

        assertThat(those("NOT kept")).containsExactlyElementsOf(aside.subList(3, aside.size()));
        assertThat(those("kept")).containsExactly(id);
    }

    @Test
    void whatNoActHasKeptWithinADayIsThrownAway() {
        putAside(FIRST);
        kept(FIRST);
        DocumentId fresh = new DocumentId(UUID.randomUUID());
        jdbc.sql("INSERT INTO documents.sealed (case_id, document_id, content, content_hash, stored_at)"
                        + " SELECT ?, gen_random_uuid(), content, content_hash, now() - interval '25 hours'"
                        + " FROM documents.sealed, generate_series(1, 120) WHERE document_id = ?")
                .params(caseId.value(), id.value())
                .update();
        documents.putAside(new CaseId(UUID.randomUUID()), fresh, AGAIN, ContentHash.of(AGAIN));

        documents.throwAway();

        assertThat(those("NOT kept")).isEmpty();
        assertThat(those("kept")).containsExactly(id);
        assertThat(jdbc.sql("SELECT count(*) FROM documents.sealed WHERE document_id = ?")
                        .param(fresh.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private List<DocumentId> those(String how) {
        return jdbc.sql("SELECT document_id FROM documents.sealed WHERE case_id = ? AND " + how + " ORDER BY stored_at")
                .param(caseId.value())
                .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    @Test
    void anActWhoseDocumentIsNotThereAnyMoreIsDecidedAnew() throws Exception {
        Sealed title = new Sealed(
                caseId, 1, PersonalField.PAPERS.dataClass(), PersonalField.PAPERS, UUID.randomUUID(), "c2VhbGVk");
        Decision attached =
                new Happened(List.of(new DocumentAttached(caseId, id, title, ContentHash.of(FIRST), null)), 2);
        DocumentsFollowTheCase following = new DocumentsFollowTheCase(documents);
        putAside(AGAIN);
        assertThatThrownBy(() -> following.handle(null, () -> attached)).isInstanceOf(StaleCase.class);

        putAside(FIRST);

        assertThat(following.handle(null, () -> attached)).isEqualTo(attached);
        assertThat(those("kept")).containsExactly(id);
    }

    @Test
    void anotherCaseKeepsNothingOfThisOne() {
        putAside(FIRST);
        assertThat(documents.keep(new CaseId(UUID.randomUUID()), id, ContentHash.of(FIRST)))
                .isFalse();
    }

    @Test
    void withThePersonAllOfHersGo() {
        putAside(FIRST);
        kept(FIRST);
        documents.removeAllOf(caseId);
        assertThat(jdbc.sql("SELECT count(*) FROM documents.sealed WHERE case_id = ?")
                        .param(caseId.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
