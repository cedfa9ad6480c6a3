package org.trm.command.casefile;

import org.trm.events.RiskEvent.RiskAssessed;

/** A risk assessment as it stands in the case, and the version of the case at which it was made. */
record Assessment(RiskAssessed made, long version) {}
