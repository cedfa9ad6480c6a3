package org.trm.command.duplicates;

/** On what people are compared. */
enum Occasion {
    /** Something was recorded about one by which she can be compared. */
    RECORDED,
    /** A focal point asked. */
    ASKED
}
