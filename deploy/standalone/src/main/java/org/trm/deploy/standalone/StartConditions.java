package org.trm.deploy.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Looks at the settings before anything is started, the database included: nobody waits for a start that must fail, and
 * a refused start leaves nothing behind. Spring Boot finds this class by itself, in every way of starting.
 */
final class StartConditions implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment settings, SpringApplication application) {
        boolean demo = settings.getProperty("trm.demo-logins", Boolean.class, false);
        boolean issuer = namesAnIssuer(settings);
        if (!demo && !issuer) {
            throw new StartRefused("Nobody could log in: name an issuer of access tokens by "
                    + "--spring.security.oauth2.resourceserver.jwt.issuer-uri=URI (or "
                    + "--trm.issuers.<alias>.uri=URI for several), or add --demo-logins to try the mechanism.");
        }
        if (demo && issuer) {
            throw new StartRefused("Demo logins and a real issuer cannot be used together, because everyone knows the "
                    + "secrets of the demo logins: leave out --demo-logins or the issuer.");
        }
        InetAddress address = address(settings);
        if (demo && (address == null || !address.isLoopbackAddress())) {
            throw new StartRefused("Demo logins are refused on an address that others can reach, because everyone "
                    + "knows their secrets: leave out --demo-logins or --server.address.");
        }
        requireFree(settings.getProperty("server.port", Integer.class, 8080), address);
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static boolean namesAnIssuer(Environment settings) {
        return settings.containsProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri")
                || Binder.get(settings)
                                .bind("trm.issuers", Bindable.mapOf(String.class, Object.class))
                                .map(Map::size)
                                .orElse(0)
                        > 0;
    }

    private static InetAddress address(Environment settings) {
        String name = settings.getProperty("server.address");
        try {
            return name == null ? null : InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new StartRefused("This machine does not know the address " + name + " of --server.address.");
        }
    }

    private static void requireFree(int port, InetAddress address) {
        try (ServerSocket socket = new ServerSocket(port, 1, address)) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new StartRefused(
                    "Port " + port + " is taken or not allowed: choose another one by --port N, or stop the program "
                            + "that uses it.");
        }
    }
}
