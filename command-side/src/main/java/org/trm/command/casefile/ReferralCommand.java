package org.trm.command.casefile;

import org.trm.events.types.ReferralId;

/** A command about one referral of the case. */
public interface ReferralCommand extends CaseCommand {
    ReferralId referralId();
}
