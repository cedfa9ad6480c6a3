package org.trm.command.web;

/**
 * Which characters of a text are read as they were meant, whoever reads them and wherever. What two people see alike must
 * be alike, and nothing may hide in it.
 */
final class Legible {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private Legible() {}

    /**
     * No half of a character, none that Unicode reserves, none that means something to one office alone, and none that is
     * not seen or reorders others; but the two that join letters or keep them apart, which are spelling in Persian and in
     * the scripts of India.
     */
    static boolean is(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT -> codePoint == NON_JOINER || codePoint == JOINER;
            case Character.SURROGATE, Character.PRIVATE_USE -> false;
            case Character.UNASSIGNED -> !isReserved(codePoint);
            default -> true;
        };
    }

    /** Whether it shows nothing by itself. */
    static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    /** Whether it ends a line, as control characters do that are not looked for here. */
    static boolean endsLine(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** What Unicode calls a noncharacter; all else that is unassigned may have become a letter since. */
    private static boolean isReserved(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || codePoint >= 0xFDD0 && codePoint <= 0xFDEF;
    }
}
