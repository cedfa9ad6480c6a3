package org.trm.deploy.separated;

/**
 * An act as its client sends it, once or as often as it takes to be answered.
 *
 * @param path below {@code /api}
 * @param ifMatch the version of the case that the client insists on; 0 if it does not
 */
record Act(Login login, String path, String body, String key, long ifMatch) {}
