package org.trm.events.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/** An issuer in this very process: its keys are at hand, and it is the only one that is believed. */
public record OwnIssuer(String alias, Issuer issuer, JWKSource<SecurityContext> keys) {}
