package org.trm.command.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.RO;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.command.casefile.AccessOfAct;
import org.trm.command.casefile.Case;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Story;
import org.trm.command.store.StaleCase;
import org.trm.events.PersonalEvent.PersonalDataRecorded;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.privacy.DataKey;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.PersonalField;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Scope;
import org.trm.events.types.Sealed;

/** What is recorded is sealed under a key of the moment in which it is recorded, for those who may read then. */
class KeysFollowAccessTest {
    private static final PersonalField FIELD = PersonalField.IDENTITY;
    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    private StoredWraps wraps;
    private Granting granting;
    private KeysFollowAccess follow;

    @BeforeAll
    static void migrate() throws IOException {
        server = EmbeddedPostgres.start();
        JdbcClient.create(server.getPostgresDatabase())
                .sql("CREATE ROLE trm_command; CREATE ROLE trm_query")
                .update();
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("classpath:db/command")
                .defaultSchema("acts")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void begin() {
        JdbcClient jdbc = JdbcClient.create(server.getPostgresDatabase());
        jdbc.sql("TRUNCATE keys.wrap").update();
        FileKeyStore store = FileKeyStore.in(folder.resolve("keys"), folder.resolve("erased"));
        wraps = new StoredWraps(jdbc);
        granting = new Granting(wraps, store);
        follow = new KeysFollowAccess(wraps, granting, store);
    }

    @AfterEach
    void end() {
        while (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().rollback();
        }
    }

    private void done(CaseState state, boolean changesAccess, Happened happened) throws Exception {
        DefaultUnitOfWork<CommandMessage<?>> work =
                DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("any"));
        work.resources().put(Case.ACCESS, new AccessOfAct(state.access(), changesAccess));
        follow.handle(work, () -> happened);
        work.commit();
    }

    private static Happened recorded(int epoch) {
        Sealed value = new Sealed(Story.CASE, epoch, FIELD.dataClass(), FIELD, null, "c2VhbGVk");
        return new Happened(List.of(new PersonalDataRecorded(Story.CASE, value, null)), 1);
    }

    private static CaseState ready() {
        CaseState state = Story.ofAnAdult().with(ReferralState.READY).state;
        assertThat(state.access().readers(Scope.of(FIELD), 1)).containsExactlyInAnyOrder(BG, RO);
        return state;
    }

    private void madeForTheHolderAlone() {
        granting.grant(DataKey.fresh(new DataKeyId(Story.CASE, Scope.of(FIELD), 1)), BG);
    }

    private Set<CountryCode> readers() {
        return wraps.of(Story.CASE).stream().map(KeyWrap::country).collect(Collectors.toSet());
    }

    @Test
    void whatWasSealedBeforeAWithdrawalIsNotRecordedAfterIt() {
        CaseState state = Story.ofAnAdult().with(ReferralState.READY).withdrawn(ConsentScope.TRANSFER).state;
        assertThat(state.access().epoch()).isEqualTo(2);
        assertThatThrownBy(() -> done(state, false, recorded(1))).isInstanceOf(StaleCase.class);
    }

    @Test
    void whoCameToReadWhileTheKeyWasBeingMadeReadsWhatIsRecordedUnderIt() throws Exception {
        madeForTheHolderAlone();
        done(ready(), false, recorded(1));
        assertThat(readers()).containsExactlyInAnyOrder(BG, RO);
    }

    @Test
    void aKeyThatHasBeenRecordedUnderFollowsEveryActThatChangesWhoReads() throws Exception {
        madeForTheHolderAlone();
        done(ready(), false, recorded(1));
        done(Story.ofAnAdult().with(ReferralState.READY).withdrawn(ConsentScope.TRANSFER).state, true, recorded(2));
        assertThat(readers()).containsExactly(BG);
    }

    @Test
    void anActThatIsNotRecordedLeavesTheNextOneToSeeToTheKey() throws Exception {
        madeForTheHolderAlone();
        DefaultUnitOfWork<CommandMessage<?>> work =
                DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("any"));
        work.resources().put(Case.ACCESS, new AccessOfAct(ready().access(), false));
        follow.handle(work, () -> recorded(1));
        work.rollback();
        wraps.of(Story.CASE).stream().filter(wrap -> wrap.country().equals(RO)).forEach(wraps::remove);
        done(ready(), false, recorded(1));
        assertThat(readers()).containsExactlyInAnyOrder(BG, RO);
    }

    @Test
    void theNextActUnderTheSameKeyAsksForNoWraps() throws Exception {
        madeForTheHolderAlone();
        done(ready(), false, recorded(1));
        wraps.of(Story.CASE).forEach(wraps::remove);
        done(ready(), false, recorded(1));
        assertThat(readers()).isEmpty();
    }
}
