/**
 * Tells readers who stay connected that there is something new to read: which case, and which views of it, never what.
 * Everything that is shown is asked for and judged where it is read. Knows no view, only what may be seen of a case.
 */
package org.trm.query.live;
