package org.trm.deploy.standalone;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.trm.events.privacy.KeysUnreachable;

/** Shows the operator which key is missing, or which device does not answer, instead of a stack trace. */
final class KeysUnreachableAnalyzer extends AbstractFailureAnalyzer<KeysUnreachable> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, KeysUnreachable unreachable) {
        return new FailureAnalysis(unreachable.getMessage(), null, unreachable);
    }
}
