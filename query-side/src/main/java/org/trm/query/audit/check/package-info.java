/**
 * Compares everything that is stored with the log: at start, from time to time, and when somebody asks for it. What does not
 * agree is named, and never mended.
 */
package org.trm.query.audit.check;
