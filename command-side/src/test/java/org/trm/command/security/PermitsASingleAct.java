package org.trm.command.security;

import org.trm.command.casefile.referral.AcceptReferral;

/** Made only to break the wall around what admits to every act, so that it is seen that it is noticed when broken. */
public record PermitsASingleAct(AcceptReferral one) {}
