package org.trm.deploy.verifier;

import static java.util.stream.Collectors.toMap;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.trm.events.proof.AddCheckpoint;
import org.trm.events.proof.Malformed;

/** Signs checkpoints of logs that only grow, and never two of one size that differ. */
final class Witness {
    private final Map<String, WitnessedLog> logs;

    /** @throws Misuse when what it signed before is not what it kept */
    Witness(WitnessOptions options, WitnessFolder folder, Clock clock, PrintStream err) {
        this.logs = options.logs().entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, log -> new WitnessedLog(log.getKey(), log.getValue(), folder, clock, err)));
    }

    /** What it says to somebody who shows it a checkpoint (C2SP tlog-witness, add-checkpoint). */
    Answer add(byte[] body) {
        try {
            AddCheckpoint request = AddCheckpoint.parse(body);
            WitnessedLog log = logs.get(request.checkpoint().origin());
            return log == null ? Answer.text(404, "This witness was not given that log.\n") : log.add(request);
        } catch (Malformed e) {
            return Answer.text(400, e.getMessage() + "\n");
        }
    }
}
