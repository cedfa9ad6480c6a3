package org.trm.command.breach;

import org.trm.query.QuerySide;

/** Made only to break the wall between the two sides, so that it is seen that it is noticed when broken. */
public record KnowsTheQuerySide(QuerySide other) {}
