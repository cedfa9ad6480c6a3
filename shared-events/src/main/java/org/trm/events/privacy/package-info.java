/**
 * How personal data is sealed and opened, and the port to the keys. A value is sealed under a data key of its case, class
 * and epoch. A data key is kept only wrapped: for each country that may read, encrypted to that country's public key and
 * then again under a key of the case. Destroying the key of the case makes everything about the person unreadable,
 * wherever copies of it may lie.
 */
package org.trm.events.privacy;
