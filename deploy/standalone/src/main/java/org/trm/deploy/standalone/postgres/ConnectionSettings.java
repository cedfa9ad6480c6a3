package org.trm.deploy.standalone.postgres;

/**
 * How to connect to the database in one role.
 *
 * @param url a JDBC address, without credentials
 */
public record ConnectionSettings(String url, String user, String password) {

    /** Without the password, so that no log ever shows it. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
