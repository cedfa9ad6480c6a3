/**
 * What was sealed about a person is taken out of the stored events once she is erased. The database lets nothing else of an
 * event be altered, and this only where an event of its own records it.
 */
package org.trm.command.keys.redaction;
