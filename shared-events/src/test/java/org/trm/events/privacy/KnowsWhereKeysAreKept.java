package org.trm.events.privacy;

import org.trm.events.keys.FileKeyStore;

/** What a wall must notice. */
public class KnowsWhereKeysAreKept {
    FileKeyStore store;
}
