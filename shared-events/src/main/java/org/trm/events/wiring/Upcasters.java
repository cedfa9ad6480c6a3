package org.trm.events.wiring;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** The upcasters through which every stored event is read, oldest revision first. None is needed yet. */
public final class Upcasters {
    private Upcasters() {}

    public static EventUpcaster chain() {
        return new EventUpcasterChain();
    }
}
