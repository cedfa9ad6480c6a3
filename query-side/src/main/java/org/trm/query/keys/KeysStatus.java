package org.trm.query.keys;

import java.util.List;
import org.trm.events.types.CountryCode;

/**
 * Which keys there are, and how far the replacement of those before has come. It is counted when it is asked for, and what
 * takes long goes on being counted afterwards.
 *
 * @param countries those that have a key, or for which anything is wrapped
 */
public record KeysStatus(List<OfCountry> countries, Root root) {
    /**
     * The keys of a country.
     *
     * @param keys in the order in which they were made; the missing ones last
     */
    public record OfCountry(CountryCode country, List<Key> keys) {}

    /**
     * One of them.
     *
     * @param wraps how many data keys are wrapped to it
     */
    public record Key(String id, State state, long wraps) {}

    /** Whether a key is used, will go, or is needed and not there. */
    public enum State {
        IN_USE,
        BEING_REPLACED,
        MISSING
    }

    /**
     * The root key.
     *
     * @param generation the number of the one in use, counted from 1
     * @param beingReplaced the numbers of those that will be destroyed when no key is left under them
     * @param keysLeft how many keys are still kept under those, when they were last counted to the end; null before that
     */
    public record Root(int generation, List<Integer> beingReplaced, Integer keysLeft) {}
}
