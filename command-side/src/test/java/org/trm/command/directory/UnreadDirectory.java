package org.trm.command.directory;

/** The directory of an edge without a store: whatever asks it for a country never gets that far. */
public final class UnreadDirectory extends DirectoryNow {
    UnreadDirectory() {
        super(null, null);
    }

    @Override
    synchronized void refresh() {
        throw new UnsupportedOperationException("there is no store");
    }

    @Override
    public void start() {
        // There is nothing to look at.
    }

    @Override
    public void stop() {
        // Nor anything to look away from.
    }
}
