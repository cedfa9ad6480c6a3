package org.trm.deploy.standalone.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One client: hands over one case after the other, and now and then acts on a case on which everybody acts. Like a good
 * client it sends an act that was not answered again, with the same key, until it is answered.
 */
final class Caseworker {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int SHARED_ONE_IN = 6;
    private static final int READS_ONE_IN = 5;

    private final Api api;
    private final Ledger ledger;
    private final String shared;
    private final Random chance;
    private int step;
    private String caseId;
    private String referralId;
    private long version;

    Caseworker(Api api, Ledger ledger, String shared, long seed) {
        this.api = api;
        this.ledger = ledger;
        this.shared = shared;
        this.chance = new Random(seed);
    }

    /** Works for as long as she is told to; what she began she finishes, if she is to insist on an answer. */
    Void work(Load load) throws InterruptedException {
        boolean answered = true;
        while (answered && load.goesOn()) {
            answered = caseId != null && chance.nextInt(SHARED_ONE_IN) == 0 ? needsOfShared(load) : handOver(load);
        }
        return null;
    }

    private boolean needsOfShared(Load load) throws InterruptedException {
        return answer(act(Script.NEEDS, "/" + shared + Script.NEEDS.path(), 0), load) != null;
    }

    private boolean handOver(Load load) throws InterruptedException {
        if (step == Script.HANDOVER.size()) {
            step = 0;
            version = 0;
            caseId = null;
            referralId = null;
        }
        Script.Step next = Script.HANDOVER.get(step);
        String path = caseId == null ? "" : "/" + caseId + next.path().replace("{r}", String.valueOf(referralId));
        Answer answer = answer(act(next, path, version), load);
        if (answer == null) {
            return false;
        }
        took(answer);
        if (chance.nextInt(READS_ONE_IN) == 0) {
            look();
        }
        return true;
    }

    private void took(Answer answer) {
        assertThat(answer.version()).as("version after %s", answer).isGreaterThan(version);
        step++;
        caseId = answer.caseId();
        version = answer.version();
        referralId = answer.body().path("referralId").asString(referralId);
        ledger.responsible(caseId, step < Script.MOVED ? "BG" : "RO");
    }

    /** Sees what she did, or is told to wait; nothing else may come of it. */
    private void look() throws InterruptedException {
        try {
            Answer sight = api.get("see-coordinator", "/api/cases/" + caseId + "?atLeastVersion=" + version);
            assertThat(sight.status()).as("%s", sight).isIn(200, 503);
        } catch (IOException dead) {
            // Whoever only looks has lost nothing.
        }
    }

    private Act act(Script.Step step, String path, long ifMatch) {
        String key = new UUID(chance.nextLong(), chance.nextLong()).toString();
        return new Act(step.login(), path, step.body().get(), key, ifMatch);
    }

    /** Sends it until it is answered; null when she was told in the meantime not to insist. */
    private Answer answer(Act act, Load load) throws InterruptedException {
        Answer first = attempt(act);
        if (first != null || !load.insists()) {
            return first;
        }
        AtomicReference<Answer> answer = new AtomicReference<>();
        await(act.toString())
                .pollInSameThread()
                .pollInterval(PAUSE)
                .atMost(PATIENCE)
                .until(() -> {
                    answer.set(attempt(act));
                    return answer.get() != null || !load.insists();
                });
        return answer.get();
    }

    /** The answer, or null when the client must ask again. */
    private Answer attempt(Act act) throws InterruptedException {
        long sent = System.nanoTime();
        try {
            Answer answer = api.post(act);
            if (answer.later()) {
                ledger.uncertain();
                return null;
            }
            assertThat(answer.done()).as("%s was answered with %s", act, answer).isTrue();
            ledger.acknowledged(act, answer, sent);
            return answer;
        } catch (IOException noAnswer) {
            ledger.uncertain();
            return null;
        }
    }
}
