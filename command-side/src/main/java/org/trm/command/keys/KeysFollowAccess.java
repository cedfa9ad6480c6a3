package org.trm.command.keys;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Access;
import org.trm.command.casefile.Case;
import org.trm.command.casefile.CaseCommand;
import org.trm.events.privacy.DataKey;
import org.trm.events.privacy.DataKeyId;
import org.trm.events.privacy.KeyStore;
import org.trm.events.privacy.KeyWrap;
import org.trm.events.privacy.KeyWraps;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;

/**
 * Stands around the handling of a command, in its transaction: when the act changes who may read, the wraps change with
 * it, or neither does. Taking away needs no key, and so never fails for want of one.
 */
@Component
@Order(1)
final class KeysFollowAccess implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final StoredWraps wraps;
    private final KeyWraps wrapping;

    KeysFollowAccess(StoredWraps wraps, KeyStore store) {
        this.wraps = wraps;
        this.wrapping = new KeyWraps(store);
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Object decision = chain.proceed();
        if (work.getResource(Case.ACCESS) instanceof Access access
                && work.getMessage().getPayload() instanceof CaseCommand command) {
            follow(command.caseId(), access);
        }
        return decision;
    }

    private void follow(CaseId caseId, Access access) {
        Map<DataKeyId, List<KeyWrap>> kept = wraps.of(caseId).stream().collect(Collectors.groupingBy(KeyWrap::key));
        kept.forEach((key, wrapped) -> follow(wrapped, access.readers(key.scope(), key.epoch())));
    }

    private void follow(List<KeyWrap> kept, Set<CountryCode> readers) {
        Set<CountryCode> missing = new HashSet<>(readers);
        kept.forEach(wrap -> missing.remove(wrap.country()));
        if (!missing.isEmpty()) {
            DataKey key = wrapping.unwrap(kept.get(0));
            missing.forEach(country -> wraps.add(wrapping.wrap(key, country)));
        }
        kept.stream().filter(wrap -> !readers.contains(wrap.country())).forEach(wraps::remove);
    }
}
