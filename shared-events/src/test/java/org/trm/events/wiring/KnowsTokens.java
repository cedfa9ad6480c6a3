package org.trm.events.wiring;

import com.nimbusds.jwt.SignedJWT;

/** Made only to break the wall around recording, so that it is seen that it is noticed when broken. */
public record KnowsTokens(SignedJWT token) {}
