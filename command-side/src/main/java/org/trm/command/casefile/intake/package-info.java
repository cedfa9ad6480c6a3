/**
 * Opening a case, screening, needs and the minimal data set: what is known before anybody is named.
 */
package org.trm.command.casefile.intake;
