/**
 * A country's referrals, coming in and going out: what waits on whom, since when and until when; and a case's referrals
 * at length.
 */
package org.trm.query.inbox;
