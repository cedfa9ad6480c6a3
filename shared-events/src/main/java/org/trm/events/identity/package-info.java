/**
 * Whom an access token names, and whether to believe it: one reading for both sides, so that they cannot differ, and
 * without a web framework. A token is checked by JWT best practice (RFC 8725, RFC 9068); nothing of it is ever repeated
 * in a message. What the bearer may then do is decided elsewhere.
 */
package org.trm.events.identity;
