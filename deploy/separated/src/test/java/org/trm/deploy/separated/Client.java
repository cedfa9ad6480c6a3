package org.trm.deploy.separated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.trm.deploy.separated.Script.Step;

/** Like every good client it sends an act that was not answered again, with the same key, until it is answered. */
final class Client {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Api api;
    private final Clock clock;

    Client(Api api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** @param caseId null for an act that opens one */
    Act act(Step step, String caseId, String referralId, Instant arrival, long ifMatch) {
        String path = "/api/cases" + (caseId == null ? "" : "/" + caseId) + step.path();
        return new Act(
                step.login(),
                path.replace("{r}", String.valueOf(referralId)),
                step.body(clock, arrival),
                UUID.randomUUID().toString(),
                ifMatch);
    }

    /** What it is told in the end, whatever it is. */
    Answer told(Act act) throws InterruptedException {
        AtomicReference<Answer> told = new AtomicReference<>(api.post(act));
        if (unknown(told.get())) {
            await(act.toString())
                    .pollInSameThread()
                    .pollInterval(PAUSE)
                    .atMost(PATIENCE)
                    .until(() -> {
                        told.set(api.post(act));
                        return !unknown(told.get());
                    });
        }
        return told.get();
    }

    /** The same of an act for which nothing stands in the way. */
    Answer done(Act act) throws InterruptedException {
        Answer answer = told(act);
        assertThat(answer.done()).as("%s was answered with %s", act, answer).isTrue();
        return answer;
    }

    private static boolean unknown(Answer answer) {
        return answer == null || answer.later();
    }

    Api api() {
        return api;
    }

    Clock clock() {
        return clock;
    }
}
