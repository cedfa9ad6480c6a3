/**
 * Informed consent, given and withdrawn; a withdrawal stops every referral that rested on it.
 */
package org.trm.command.casefile.consent;
