package org.trm.command.duplicates;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.Access;
import org.trm.command.casefile.AccessOfAct;
import org.trm.command.casefile.Case;
import org.trm.command.casefile.Decision.Happened;
import org.trm.events.CaseEvent;
import org.trm.events.PersonalEvent.PersonalDataRecorded;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.privacy.BlindIndex;
import org.trm.events.types.CountryCode;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Scope;
import org.trm.events.wiring.Provenance;

/**
 * Stands around the handling of a command, in its transaction: what is recorded of a person is compared with what is
 * recorded of others, or is not recorded; and whoever is responsible for her is whom a match names.
 */
@Component
@Order(3)
final class ComparedWhenRecorded implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final Comparisons comparisons;

    ComparedWhenRecorded(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Object decision = chain.proceed();
        if (decision instanceof Happened happened) {
            compare(happened, work.getMessage());
            happened.events().stream()
                    .filter(CustodyTransferred.class::isInstance)
                    .map(CustodyTransferred.class::cast)
                    .forEach(moved -> move(
                            moved, work.<AccessOfAct>getResource(Case.ACCESS).access()));
        }
        return decision;
    }

    private void compare(Happened happened, CommandMessage<?> message) {
        Set<PersonalField> recorded = happened.events().stream()
                .filter(PersonalDataRecorded.class::isInstance)
                .map(event -> ((PersonalDataRecorded) event).value().field())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PersonalField.class)));
        Set<BlindIndex> again = Stream.of(BlindIndex.values())
                .filter(index -> recorded.contains(index.field()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BlindIndex.class)));
        if (!again.isEmpty()) {
            CaseEvent event = happened.events().get(0);
            String blinded = (String) message.getMetaData().get(Blinded.METADATA);
            comparisons.recorded(
                    Provenance.actor(message.getMetaData()),
                    event.caseId(),
                    again,
                    Blinded.of(blinded == null ? "" : blinded));
        }
    }

    private void move(CustodyTransferred moved, Access access) {
        CountryCode to = moved.to().country();
        Set<BlindIndex> lost = Stream.of(BlindIndex.values())
                .filter(index -> !handedOver(Scope.of(index.field()), to, access))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BlindIndex.class)));
        comparisons.moved(moved.caseId(), to, lost);
    }

    /** Whether it may read what was recorded before the epoch that begins with it. */
    private static boolean handedOver(Scope scope, CountryCode to, Access access) {
        return IntStream.range(1, access.epoch())
                .anyMatch(epoch -> access.readers(scope, epoch).contains(to));
    }
}
