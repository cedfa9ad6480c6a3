/** Asking, without a case, whether somebody may be known already. */
package org.trm.command.duplicates.asking;
