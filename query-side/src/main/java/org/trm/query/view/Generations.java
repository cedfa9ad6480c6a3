package org.trm.query.view;

/**
 * Which generation of each view is being read. A rebuild prepares the next one beside it and then switches. Nodes of
 * different releases, which lay a view out differently, read a generation each.
 */
public interface Generations {
    /**
     * Where the view is to be read now. Ask anew for every answer: a generation lives on for a while after the switch
     * to the next one, not for ever.
     *
     * @throws NotYetFilled when there is none yet that has taken in what was recorded before it was made
     */
    Schema current(String view);
}
