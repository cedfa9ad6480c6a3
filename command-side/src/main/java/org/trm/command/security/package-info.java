/**
 * Who may come in, and as whom: everything under {@code /api} needs a token that is believed, and gives the act its
 * {@link org.trm.events.types.Actor}. No sessions, no cookies. What the actor may do is decided by the rules of the case.
 */
package org.trm.command.security;
