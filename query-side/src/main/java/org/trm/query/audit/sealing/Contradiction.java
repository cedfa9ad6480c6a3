package org.trm.query.audit.sealing;

import java.util.Collection;
import java.util.stream.Collectors;

/** What is stored contradicts what was sealed or signed before; the message says where. Nothing is signed from then on. */
public final class Contradiction extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MOST_TOLD = 10;

    public Contradiction(String message) {
        super(message);
    }

    static Contradiction of(Collection<Finding> findings) {
        String told = findings.stream().limit(MOST_TOLD).map(Finding::sentence).collect(Collectors.joining(" "));
        int more = findings.size() - MOST_TOLD;
        return new Contradiction(more > 0 ? told + " So are " + more + " more." : told);
    }
}
