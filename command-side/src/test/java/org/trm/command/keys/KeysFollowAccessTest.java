package org.trm.command.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trm.command.casefile.Case;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Story;
import org.trm.command.store.StaleCase;
import org.trm.events.PersonalEvent.PersonalDataRecorded;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.PersonalField;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Sealed;

/** What is recorded is sealed under a key of the moment in which it is recorded, not of one before. */
class KeysFollowAccessTest {
    @TempDir
    Path folder;

    @AfterEach
    void end() {
        while (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().rollback();
        }
    }

    private Object handled(CaseState state, Decision decision) throws Exception {
        DefaultUnitOfWork<CommandMessage<?>> work =
                DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("any"));
        work.resources().put(Case.ACCESS, state.access());
        FileKeyStore store = FileKeyStore.in(folder.resolve("keys"), folder.resolve("erased"));
        StoredWraps wraps = new StoredWraps(null);
        KeysFollowAccess follow = new KeysFollowAccess(wraps, new Granting(wraps, store), store);
        return follow.handle(work, () -> decision);
    }

    private static Happened recorded(int epoch) {
        Sealed value =
                new Sealed(Story.CASE, epoch, PersonalField.RISK.dataClass(), PersonalField.RISK, null, "c2VhbGVk");
        return new Happened(List.of(new PersonalDataRecorded(Story.CASE, value, null)), 1);
    }

    @Test
    void whatWasSealedBeforeAWithdrawalIsNotRecordedAfterIt() {
        CaseState state = Story.ofAnAdult().with(ReferralState.READY).withdrawn(ConsentScope.TRANSFER).state;
        assertThat(state.access().epoch()).isEqualTo(2);
        assertThatThrownBy(() -> handled(state, recorded(1))).isInstanceOf(StaleCase.class);
    }
}
