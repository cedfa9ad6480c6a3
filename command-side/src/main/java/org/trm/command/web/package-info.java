/**
 * The HTTP edge of the command side: it reads a request strictly, gives its command to the case, and answers with what
 * came of it or with a problem (RFC 9457). A body is bound by our own {@link org.trm.command.web.Form} on a JSON tree,
 * because binding libraries stop at the first fault and quote the value, which may be about a person. No rule of the
 * mechanism is decided here.
 */
package org.trm.command.web;
