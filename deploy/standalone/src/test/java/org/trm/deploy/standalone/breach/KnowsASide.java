package org.trm.deploy.standalone.breach;

import org.trm.command.CommandSide;

/** Made only to break the wall around the two sides, so that it is seen that it is noticed when broken. */
public record KnowsASide(CommandSide side) {}
