package org.trm.command.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what never reaches the application (a broken request line, headers too long, an address that cannot be
 * decoded) like everything else: as a problem, without naming the server. Tomcat makes it by its class name.
 */
public final class ProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    /**
     * Whether the server takes no more requests. One that comes in on a connection that is still open is not read any
     * further, which Tomcat then tells as if its client had left out what was not read.
     */
    private static boolean isStopping(Request request) {
        return request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
                && protocol.isPaused();
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (thrown != null && status >= 500) {
            LOG.error("Request {} failed", Correlation.of(request), thrown);
        }
        try {
            Problem.of(isStopping(request) ? Fault.UNAVAILABLE : Fault.of(status))
                    .answer(request, response);
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("A client left before its problem was written", e);
        }
    }
}
