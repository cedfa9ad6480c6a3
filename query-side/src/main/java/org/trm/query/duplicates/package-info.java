/**
 * That the person of a case may be known to another country. The command side finds it; here a focal point reads whom to
 * ask.
 */
package org.trm.query.duplicates;
