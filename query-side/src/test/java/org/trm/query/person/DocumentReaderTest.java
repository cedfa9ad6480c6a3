package org.trm.query.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trm.query.sample.Happenings.BG;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.ErasureEvent.DocumentWithdrawn;
import org.trm.events.PersonalEvent.DocumentAttached;
import org.trm.events.identity.Bearer;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.privacy.DataKey;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.privacy.KeyWraps;
import org.trm.events.types.ActorKind;
import org.trm.events.types.ContentHash;
import org.trm.events.types.Deadline;
import org.trm.events.types.DocumentId;
import org.trm.events.types.DocumentWithdrawalGround;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.EmergencyGround;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Role;
import org.trm.events.types.Scope;
import org.trm.events.types.TimeLimit;
import org.trm.query.EventLog;
import org.trm.query.Scene;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Entitlements;
import org.trm.query.sample.Happenings;
import org.trm.query.web.QueryProblem;

/** What is opened of a document is what was attached, or nothing. */
class DocumentReaderTest {
    private static final DocumentId PASSPORT = new DocumentId(new UUID(1, 1));
    private static final DocumentId VISA = new DocumentId(new UUID(2, 2));

    @TempDir
    Path keys;

    @TempDir
    Path elsewhere;

    private final Scene scene = new Scene(PersonView.class);
    private DataKey papers;
    private DocumentReader reader;

    @BeforeEach
    void twoPapersAreAttached() {
        KeyStore store = FileKeyStore.in(keys, elsewhere.resolve("erased"));
        papers = DataKey.fresh(new DataKeyId(scene.caseId(), Scope.of(PersonalField.PAPERS), 1));
        Openings openings = new Openings(scene.jdbc(), scene.bean(JdbcTransactionManager.class), Clock.systemUTC());
        reader = new DocumentReader(
                new PersonReading(
                        scene.bean(PersonView.class),
                        scene.reading(),
                        scene.bean(Entitlements.class),
                        Clock.systemUTC()),
                openings,
                new Keyring(store),
                store,
                scene.jdbc());
        scene.by(BG, scene.happenings().opened());
        KeyWrap wrap = new KeyWraps(store).wrap(papers, BG);
        scene.jdbc()
                .sql("INSERT INTO keys.wrap VALUES (?, 'B', 'AFTER_READY', 1, 'BG', ?, ?)")
                .params(scene.caseId().value(), wrap.countryKeyId(), wrap.wrapped())
                .update();
        attached(PASSPORT, "passport");
        attached(VISA, "visa");
        scene.now();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void attached(DocumentId id, String content) {
        attached(id, content, EventLog.ACT);
    }

    private void attached(DocumentId id, String content, UUID describedBy) {
        byte[] sealed = papers.seal(PersonalField.PAPERS, id, content.getBytes(UTF_8));
        byte[] description = "{\"title\":\"It\",\"format\":\"TEXT\"}".getBytes(UTF_8);
        scene.by(
                BG,
                new DocumentAttached(
                        scene.caseId(),
                        id,
                        papers.seal(PersonalField.PAPERS, describedBy, description),
                        ContentHash.of(sealed),
                        null));
        scene.jdbc()
                .sql("INSERT INTO documents.sealed (case_id, document_id, content, content_hash, kept)"
                        + " VALUES (?, ?, ?, ?, true)")
                .params(
                        scene.caseId().value(),
                        id.value(),
                        sealed,
                        ContentHash.of(sealed).value())
                .update();
    }

    private String opened(DocumentId id) {
        return opened(id, Scene.focalPoint(BG), ReadingPurpose.ASSISTANCE);
    }

    private String opened(DocumentId id, AccessScope scope, ReadingPurpose purpose) {
        Bearer who = new Bearer(
                "issuer",
                "https://issuer",
                "subject",
                Scene.ACTING,
                ActorKind.PERSON,
                BG,
                scope.organisation(),
                Set.of(scope.role()),
                null,
                Instant.MAX);
        return new String(
                reader.of(scope, new Opener(who, purpose), scene.caseId(), id).content(), UTF_8);
    }

    @Test
    void in_an_emergency_it_is_opened_by_who_has_access_and_by_nobody_else_who_is_not_named() {
        AccessScope police = new AccessScope(Role.POLICE, BG, OrganisationId.of("BG-ELSEWHERE"), null);
        assertThatThrownBy(() -> opened(PASSPORT, police, ReadingPurpose.EMERGENCY))
                .hasMessageContaining("No emergency access");
        Deadline review = Happenings.deadline(TimeLimit.EMERGENCY_REVIEW);
        scene.by(
                BG,
                new EmergencyAccessOpened(
                        scene.caseId(),
                        new EmergencyAccessId(new UUID(4, 4)),
                        EmergencyGround.MISSING_PERSON,
                        Instant.now().plusSeconds(60),
                        review,
                        review));
        scene.now();

        assertThat(opened(PASSPORT, police, ReadingPurpose.EMERGENCY)).isEqualTo("passport");
        assertThatThrownBy(() -> opened(PASSPORT, police, ReadingPurpose.PROTECTION))
                .hasMessageContaining("no such case");
    }

    @Test
    void each_is_what_was_attached_under_its_id() {
        assertThat(opened(PASSPORT)).isEqualTo("passport");
        assertThat(opened(VISA)).isEqualTo("visa");
    }

    @Test
    void one_in_the_place_of_the_other_is_not_shown() {
        scene.jdbc()
                .sql("UPDATE documents.sealed SET content = (SELECT content FROM documents.sealed"
                        + " WHERE document_id = ?) WHERE document_id = ?")
                .params(VISA.value(), PASSPORT.value())
                .update();
        assertThatThrownBy(() -> opened(PASSPORT))
                .isInstanceOf(QueryProblem.class)
                .hasMessageContaining("not what was attached");
    }

    @Test
    void one_that_is_described_in_the_words_of_another_act_is_not_shown() {
        DocumentId other = new DocumentId(new UUID(3, 3));
        attached(other, "other", new UUID(9, 9));
        scene.now();
        assertThatThrownBy(() -> opened(other))
                .isInstanceOf(QueryProblem.class)
                .hasMessageContaining("not what was attached");
    }

    @Test
    void one_that_was_taken_back_is_there_no_more_and_the_other_is() {
        scene.by(
                BG,
                new DocumentWithdrawn(
                        scene.caseId(), PASSPORT, PersonalField.PAPERS, DocumentWithdrawalGround.WRONG_PERSON));
        scene.now();
        assertThatThrownBy(() -> opened(PASSPORT))
                .isInstanceOf(QueryProblem.class)
                .hasMessageContaining("nothing at this address");
        assertThat(opened(VISA)).isEqualTo("visa");
    }

    @Test
    void one_that_is_gone_is_not_shown() {
        scene.jdbc().sql("DELETE FROM documents.sealed").update();
        assertThatThrownBy(() -> opened(PASSPORT))
                .isInstanceOf(QueryProblem.class)
                .hasMessageContaining("not what was attached");
    }
}
