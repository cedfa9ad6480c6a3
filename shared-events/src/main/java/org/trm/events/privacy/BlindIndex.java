package org.trm.events.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.trm.events.types.PersonalField;

/**
 * By what two records are found to speak of the same person although neither can be read: equal traits give equal values,
 * and a value tells nothing of its trait to whoever has not the key (HMAC-SHA-256, the first 32 bits). What a value tells
 * all the same is that two are equal, and how often one occurs: so each is of several traits at once or of a number that is
 * one person's, it is cut short, it stands in no event, and it is destroyed when the person is forgotten.
 */
public enum BlindIndex {
    NAME_AND_BIRTH_DATE("person.name-dob", PersonalField.IDENTITY),
    FAMILY_NAME_AND_BIRTH_YEAR("person.family-year", PersonalField.IDENTITY),
    /** All names in the one spelling that stands for those of several conventions: coarse, so only with the whole date. */
    SKELETON_AND_BIRTH_DATE("person.skeleton-dob", PersonalField.IDENTITY),
    PAPER("paper.country-number", PersonalField.PAPERS),
    PHONE("contact.phone", PersonalField.CONTACT);

    private static final String PURPOSE = "blind-index";

    private final String id;
    private final PersonalField field;

    BlindIndex(String id, PersonalField field) {
        this.id = id;
        this.field = field;
    }

    /** Whether there is the key by which values are made; where there is none, {@link #of} makes another one. */
    public static boolean hasKey(KeyStore store) {
        return store.hasMacKey(PURPOSE);
    }

    /** Where its traits stand; what is recorded of that anew replaces them. */
    public PersonalField field() {
        return field;
    }

    /**
     * The value of a trait.
     *
     * @param normalised the same however it was written
     * @throws KeysUnreachable when the key cannot be reached
     */
    public int of(KeyStore store, String normalised) {
        byte[] message = ("trm/bidx/v1\n" + id + "\n" + normalised).getBytes(UTF_8);
        return ByteBuffer.wrap(store.mac(PURPOSE, message)).getInt();
    }
}
