package org.trm.deploy.standalone;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Another program was quicker, between our look at the port and our taking it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
        String what = "Port " + taken.getPort() + " is taken.";
        return new FailureAnalysis(what, "Choose another one by --port N, or stop the program that uses it.", taken);
    }
}
