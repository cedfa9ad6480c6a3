package org.trm.command.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.trm.command.casefile.Case;

/**
 * Axon's message clock: an event is recorded at exactly the instant at which it was decided. Outside an act it is real
 * time, so that Axon's own timing, of gaps above all, never sees a moved clock.
 */
final class RecordingClock extends Clock {

    @Override
    public Instant instant() {
        Instant decided =
                CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root().getResource(Case.RECORDED_AT) : null;
        return decided == null ? Instant.now() : decided;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
