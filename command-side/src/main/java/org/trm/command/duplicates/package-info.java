/**
 * The same person may have been met by two countries. That they have is found without either's record being read: what is
 * recorded of her by name is compared by blind values, and a match tells whom to ask and nothing else.
 */
package org.trm.command.duplicates;
