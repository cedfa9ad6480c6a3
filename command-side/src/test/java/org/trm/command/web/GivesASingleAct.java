package org.trm.command.web;

import org.trm.command.casefile.referral.AcceptReferral;

/** Made only to break the wall around what serves every act, so that it is seen that it is noticed when broken. */
public record GivesASingleAct(AcceptReferral one) {}
