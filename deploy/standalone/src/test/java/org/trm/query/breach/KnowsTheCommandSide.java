package org.trm.query.breach;

import org.trm.command.CommandSide;

/** Made only to break the wall between the two sides, so that it is seen that it is noticed when broken. */
public record KnowsTheCommandSide(CommandSide other) {}
