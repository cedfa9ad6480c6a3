package org.trm.deploy.standalone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.trm.command.CommandSide;
import org.trm.query.QuerySide;

/**
 * Both sides in one process. What Spring Boot would set up for logins by itself is left out: it would make keys and
 * users that nobody asked for.
 */
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        exclude = {
            OAuth2AuthorizationServerAutoConfiguration.class,
            OAuth2AuthorizationServerJwtAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@Import({CommandSide.class, QuerySide.class})
public class StandaloneApplication {
    public static void main(String[] arguments) {
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(StandaloneApplication.class, settings(arguments));
    }

    private static String[] settings(String[] arguments) {
        try {
            return CommandLine.settings(arguments);
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            System.exit(e.getExitCode());
            throw e;
        }
    }
}
