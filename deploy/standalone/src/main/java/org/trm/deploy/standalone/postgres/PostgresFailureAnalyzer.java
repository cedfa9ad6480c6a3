package org.trm.deploy.standalone.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator the reason and what to do instead of a stack trace. */
final class PostgresFailureAnalyzer extends AbstractFailureAnalyzer<PostgresFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PostgresFailure cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
