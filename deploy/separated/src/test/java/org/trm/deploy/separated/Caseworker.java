package org.trm.deploy.separated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.trm.deploy.separated.Script.Step;

/**
 * One client: hands over one case after the other, and now and then acts on a case on which everybody acts. Some of those
 * who depart never arrive.
 */
final class Caseworker implements Callable<Void> {
    private static final int SHARED_ONE_IN = 6;
    private static final int READS_ONE_IN = 4;
    private static final int LOST_ONE_IN = 2;

    /** In Romania it is asked after her an hour after she was to arrive; within so many seconds from now, here. */
    private static final int MISSED_WITHIN = 90;

    private final Client client;
    private final String shared;
    private final Random chance;
    private final BooleanSupplier goesOn;
    private final ExecutorService rivals;

    Caseworker(Client client, String shared, long seed, BooleanSupplier goesOn, ExecutorService rivals) {
        this.client = client;
        this.shared = shared;
        this.chance = new Random(seed);
        this.goesOn = goesOn;
        this.rivals = rivals;
    }

    /** What she began she finishes. */
    @Override
    public Void call() throws Exception {
        while (goesOn.getAsBoolean()) {
            new Handover().play();
        }
        return null;
    }

    private final class Handover {
        private final boolean isLost = chance.nextInt(LOST_ONE_IN) == 0;
        private String caseId;
        private String referralId;
        private long version;

        private void play() throws Exception {
            Instant arrival = isLost ? missedSoon() : Script.inTime(client.clock());
            for (Step step : Script.TO_THE_DEPARTURE) {
                take(step, arrival);
            }
            if (!isLost) {
                for (Step step : Script.TO_THE_LAST_SIGNATURE) {
                    take(step, arrival);
                }
                changeHands();
                take(Script.NEEDS_IN_RO, arrival);
            }
        }

        private Instant missedSoon() {
            Instant askedAfter = client.clock().instant().plusSeconds(chance.nextInt(MISSED_WITHIN));
            return askedAfter.minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        }

        private void take(Step step, Instant arrival) throws InterruptedException {
            if (chance.nextInt(SHARED_ONE_IN) == 0) {
                client.done(client.act(Script.NEEDS_IN_BG, shared, null, arrival, 0));
            }
            took(client.done(client.act(step, caseId, referralId, arrival, version)));
            if (chance.nextInt(READS_ONE_IN) == 0) {
                look();
            }
        }

        private void took(Answer answer) {
            assertThat(answer.version()).as("version after %s", answer).isGreaterThan(version);
            caseId = answer.caseId();
            version = answer.version();
            referralId = answer.body().path("referralId").asString(referralId);
        }

        /** Both countries act as if they were responsible, at the moment at which one ceases to be and the other begins. */
        private void changeHands() throws Exception {
            List<Callable<Answer>> acts = List.of(
                    () -> client.told(client.act(Script.NEEDS_IN_BG, caseId, referralId, Instant.EPOCH, 0)),
                    () -> client.done(client.act(Script.HANDOVER, caseId, referralId, Instant.EPOCH, 0)),
                    () -> client.told(client.act(Script.NEEDS_IN_RO, caseId, referralId, Instant.EPOCH, 0)));
            for (Future<Answer> one : rivals.invokeAll(acts)) {
                Answer answer = one.get();
                if (answer.done()) {
                    version = Math.max(version, answer.version());
                } else {
                    assertThat(answer.code()).as("%s", answer).isEqualTo("NOT_HOLDER");
                }
            }
        }

        /** Sees what she did, or is told to wait; nothing else may come of it. */
        private void look() throws InterruptedException {
            Answer sight =
                    client.api().get(Login.SEE_COORDINATOR, "/api/cases/" + caseId + "?atLeastVersion=" + version);
            if (sight != null) {
                assertThat(sight.status()).as("%s", sight).isIn(200, 503);
            }
        }
    }
}
