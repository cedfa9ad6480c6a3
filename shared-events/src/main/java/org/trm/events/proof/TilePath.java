package org.trm.events.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile or a bundle of entries is served, relative to the log. Prints as that, such as {@code tile/0/x001/234.p/5}.
 *
 * @param level of the tiles, each 8 levels of the tree; {@link #ENTRIES} for a bundle of entries
 * @param index counted from 0
 * @param width how many hashes or entries it holds, up to 256
 */
public record TilePath(int level, long index, int width) {
    /** The level of a bundle of entries. */
    public static final int ENTRIES = -1;

    private static final int TOP = 63;
    private static final Pattern FORM =
            Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    /** @throws Malformed when there is no such tile */
    public TilePath {
        if (level < ENTRIES || level > TOP || index < 0 || width < 1 || width > HashTile.WIDTH) {
            throw new Malformed(
                    "There is no tile at level " + level + ", index " + index + ", of width " + width + ".");
        }
    }

    public static TilePath ofHashes(int level, long index, int width) {
        if (level < 0) {
            throw new Malformed("Tiles of hashes begin at level 0.");
        }
        return new TilePath(level, index, width);
    }

    public static TilePath ofEntries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    /** @throws Malformed unless {@code path} is one in its only form */
    public static TilePath parse(String path) {
        Matcher form = FORM.matcher(path);
        if (form.matches()) {
            String level = form.group(1);
            TilePath parsed = new TilePath(
                    level.equals("entries") ? ENTRIES : Integer.parseInt(level),
                    Long.parseLong(form.group(2).replaceAll("[x/]", "")),
                    form.group(3) == null ? HashTile.WIDTH : Integer.parseInt(form.group(3)));
            if (parsed.toString().equals(path)) {
                return parsed;
            }
        }
        throw new Malformed("This is no path of a tile; they look like tile/0/x001/234.p/5 or tile/entries/000.");
    }

    public boolean isFull() {
        return width == HashTile.WIDTH;
    }

    public boolean isOfEntries() {
        return level == ENTRIES;
    }

    /** Where it will be served when it is full. */
    public TilePath full() {
        return new TilePath(level, index, HashTile.WIDTH);
    }

    @Override
    public String toString() {
        StringBuilder number = new StringBuilder(String.format("%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number.insert(0, String.format("x%03d/", rest % 1000));
        }
        return "tile/" + (isOfEntries() ? "entries" : level) + "/" + number + (isFull() ? "" : ".p/" + width);
    }
}
