package org.trm.deploy.standalone;

import org.springframework.boot.ExitCodeGenerator;

/** The mechanism cannot be started like this; the message says what to do instead. The process ends with 2. */
public final class StartRefused extends RuntimeException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
