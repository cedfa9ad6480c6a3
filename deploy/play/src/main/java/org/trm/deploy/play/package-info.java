/**
 * A client that plays a whole handover over HTTP. It knows a URL and logins, nothing else, and fails on any answer that
 * it did not expect.
 */
package org.trm.deploy.play;
