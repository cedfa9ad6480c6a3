/**
 * Who has been responsible for a case, one country after the other, and by which acknowledgements of both sides each came
 * to be. One event ends a country's time and begins the next one's, so that there is never none and never two.
 */
package org.trm.query.custody;
