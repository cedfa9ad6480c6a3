/**
 * Where each referral of a case stands: one pure fold for every view that tells of referrals. Knows no view, and nothing
 * of who may see what.
 */
package org.trm.query.referral;
