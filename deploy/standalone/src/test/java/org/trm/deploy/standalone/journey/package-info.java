/**
 * Stories of the mechanism, told over HTTP against the whole program with its own database and its own issuer. One class
 * is one story. They know addresses, logins and JSON, and nothing of either side's classes.
 */
package org.trm.deploy.standalone.journey;
