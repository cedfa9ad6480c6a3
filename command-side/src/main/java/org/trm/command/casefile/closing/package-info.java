/**
 * Closing a case and opening it again.
 */
package org.trm.command.casefile.closing;
