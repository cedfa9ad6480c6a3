package org.trm.command;

import org.springframework.boot.SpringApplication;

/** Runs the command side as a service of its own. */
public final class CommandSideApplication {
    private CommandSideApplication() {}

    public static void main(String[] arguments) {
        SpringApplication.run(CommandSide.class, arguments);
    }
}
