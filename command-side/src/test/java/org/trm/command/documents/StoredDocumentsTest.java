package org.trm.command.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.events.types.CaseId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.DocumentId;

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
