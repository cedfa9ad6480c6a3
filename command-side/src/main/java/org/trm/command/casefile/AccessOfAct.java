package org.trm.command.casefile;

/**
 * Who may read what about the person when an act has been done.
 *
 * @param changed whether it is the act that changed it
 */
public record AccessOfAct(Access access, boolean changed) {}
