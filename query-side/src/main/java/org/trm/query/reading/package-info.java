/**
 * How one case is read, whichever the view: now or as of a moment of the past, no earlier than a version that the reader
 * has seen, and as far as she may see it. Knows no view by name.
 */
package org.trm.query.reading;
