package org.trm.command;

import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Runs the command side as a service of its own, with what stands in command-side.yml unless an operator says otherwise. */
public final class CommandSideApplication {
    private CommandSideApplication() {}

    public static void main(String[] arguments) {
        SpringApplication service = new SpringApplication(CommandSide.class);
        service.setDefaultProperties(Map.of("spring.config.name", "command-side,application"));
        service.run(arguments);
    }
}
