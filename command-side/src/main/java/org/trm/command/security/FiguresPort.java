package org.trm.command.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The figures, read at a port that the operator has set apart for whoever watches: who reaches it needs no token. At the port
 * of the API they are the operator's alone, whose token may do more than look.
 */
final class FiguresPort implements RequestMatcher {
    private static final String FIGURES = "/actuator/prometheus";
    private static final String PORT = "management.server.port";
    private static final String ADDRESS = "management.server.address";

    private final Environment settings;

    FiguresPort(Environment settings) {
        this.settings = settings;
        if (isSetApart() && settings.getProperty(ADDRESS) == null) {
            throw new InvalidConfigurationPropertyValueException(
                    PORT,
                    settings.getProperty(PORT),
                    "Whoever reaches this port reads the figures: say by --" + ADDRESS
                            + " where it is reached from, such as 127.0.0.1 for this machine alone.");
        }
    }

    /** As Spring Boot sees it: none where it is negative, and one of its own where it is left to chance. */
    private boolean isSetApart() {
        String port = settings.getProperty(PORT);
        return port != null
                && !port.startsWith("-")
                && (port.equals("0") || !port.equals(settings.getProperty("server.port", "8080")));
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return isSetApart()
                && String.valueOf(request.getLocalPort()).equals(settings.getProperty("local.management.port"))
                && request.getMethod().equals("GET")
                && request.getRequestURI().equals(FIGURES);
    }
}
