package org.trm.query.audit.sealing;

/** What is stored contradicts what was sealed or signed before; the message says where. Nothing is signed from then on. */
public final class Contradiction extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Contradiction(String message) {
        super(message);
    }
}
