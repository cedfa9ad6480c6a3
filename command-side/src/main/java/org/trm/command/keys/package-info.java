/**
 * Keys follow the process: they are made when something about a person is first sealed, and wrapped for exactly those
 * countries that the case entitles, in the transaction of the act that entitles them or ends it.
 */
package org.trm.command.keys;
