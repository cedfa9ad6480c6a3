/**
 * The whole way of a referral between two countries, from the draft to the handover and the monitoring.
 */
package org.trm.command.casefile.referral;
