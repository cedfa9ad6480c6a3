package org.trm.deploy.standalone.kill;

/**
 * An act as its client sends it, once or as often as it takes to be answered.
 *
 * @param login who acts
 * @param path below {@code /api/cases}
 * @param ifMatch the version of the case that the client insists on; 0 if it does not
 */
record Act(String login, String path, String body, String key, long ifMatch) {}
