package org.trm.query.audit.witness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trm.query.audit.sealing.Cosignatures;
import org.trm.query.audit.sealing.Cosignatures.Seen;
import org.trm.query.audit.sealing.LogName;

/** How one witness stands to one log, as this node finds it. */
final class Testimony {
    private static final Logger LOG = LoggerFactory.getLogger(Testimony.class);
    private static final Duration REST = Duration.ofSeconds(10);

    private final KnownWitness witness;
    private final LogName log;
    private final Inquiry inquiry;
    private final Cosignatures cosignatures;
    private final Clock clock;
    private final Duration patience;
    private final Instant begun;
    private volatile RuntimeException trouble;
    private Instant restsUntil = Instant.MIN;

    /** @param patience how long a checkpoint may wait for it */
    Testimony(
            KnownWitness witness,
            LogName log,
            Inquiry inquiry,
            Cosignatures cosignatures,
            Clock clock,
            Duration patience) {
        this.witness = witness;
        this.log = log;
        this.inquiry = inquiry;
        this.cosignatures = cosignatures;
        this.clock = clock;
        this.patience = patience;
        this.begun = clock.instant();
    }

    KnownWitness witness() {
        return witness;
    }

    LogName log() {
        return log;
    }

    /** Unless it did not answer, or contradicted, a moment ago. */
    void ask() {
        if (clock.instant().isBefore(restsUntil)) {
            return;
        }
        try {
            inquiry.ask();
            if (trouble != null) {
                LOG.warn(
                        "The witness {} signs the log of {} again.",
                        witness.key().name(),
                        log.key());
            }
            trouble = null;
        } catch (RuntimeException e) {
            tell(e);
            // Who cuts the line to a witness does not take back what it said.
            trouble = contradicts() && !(e instanceof Disagreement) ? trouble : e;
            restsUntil = clock.instant().plus(REST);
        }
    }

    private void tell(RuntimeException failure) {
        String name = witness.key().name();
        if (failure instanceof Disagreement && !contradicts()) {
            LOG.error("ALARM: the witness {} contradicts the log of {}. {}", name, log.key(), failure.getMessage());
        } else if (trouble == null && !Thread.currentThread().isInterrupted()) {
            LOG.warn("The witness {} does not sign the log of {}. {}", name, log.key(), failure.getMessage());
        }
    }

    boolean contradicts() {
        return trouble instanceof Disagreement;
    }

    /** Since when the first checkpoint waits that it did not sign; empty while none does. */
    Optional<Instant> waiting() {
        Optional<Seen> seen = cosignatures.last(log, witness.key());
        Optional<Instant> grown =
                cosignatures.grownSince(log, seen.map(Seen::size).orElse(0L));
        // Who was named today has not been silent since the log began.
        return seen.isPresent() ? grown : grown.map(since -> since.isAfter(begun) ? since : begun);
    }

    /** @param origin the name of the log */
    WitnessStanding standing(String origin) {
        RuntimeException now = trouble;
        Optional<Seen> seen = cosignatures.last(log, witness.key());
        Optional<Instant> silent =
                waiting().filter(since -> since.plus(patience).isBefore(clock.instant()));
        WitnessStanding.State state = now instanceof Disagreement
                ? WitnessStanding.State.DISAGREES
                : silent.isPresent() ? WitnessStanding.State.SILENT : WitnessStanding.State.WELL;
        return new WitnessStanding(
                witness.key().name(),
                witness.key().toString(),
                origin,
                seen.map(Seen::size).orElse(null),
                seen.map(Seen::at).orElse(null),
                state,
                state == WitnessStanding.State.SILENT ? silent.orElseThrow() : null,
                state == WitnessStanding.State.WELL ? null : sentence(now));
    }

    private static String sentence(RuntimeException trouble) {
        return trouble instanceof Disagreement || trouble instanceof Silence
                ? trouble.getMessage()
                : "It could not be asked; the log of this service says why.";
    }
}
