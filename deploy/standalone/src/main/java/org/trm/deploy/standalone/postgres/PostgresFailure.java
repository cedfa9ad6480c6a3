package org.trm.deploy.standalone.postgres;

/** The database cannot serve; the message says why and what the operator can do about it. */
public final class PostgresFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    PostgresFailure(String message) {
        super(message);
    }

    PostgresFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
