package org.trm.query.access;

import java.util.Set;
import org.trm.events.types.CountryCode;
import org.trm.events.types.NetworkId;

/** The countries of a regional network, as the directory has them now; none for a network that it does not know. */
@FunctionalInterface
public interface NetworkMembers {
    Set<CountryCode> of(NetworkId network);
}
