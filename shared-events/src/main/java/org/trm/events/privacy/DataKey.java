package org.trm.events.privacy;

import java.util.Base64;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Scope;
import org.trm.events.types.Sealed;

/** The key of one case, scope and epoch, which seals and opens values. */
public final class DataKey {
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();

    private final DataKeyId id;
    private final SecretKey key;

    DataKey(DataKeyId id, SecretKey key) {
        this.id = id;
        this.key = key;
    }

    public static DataKey fresh(DataKeyId id) {
        return new DataKey(id, SecretKey.fresh());
    }

    public DataKeyId id() {
        return id;
    }

    byte[] bytes() {
        return key.bytes();
    }

    /** Encrypts a value for one field of this key's scope; its length is hidden in steps of 64 bytes. */
    public Sealed seal(PersonalField field, byte[] plain) {
        if (!Scope.of(field).equals(id.scope())) {
            throw new IllegalArgumentException(field + " is not of " + id.scope());
        }
        byte[] encrypted = key.encrypt(Padding.add(plain), context(field));
        return new Sealed(id.caseId(), id.epoch(), field.dataClass(), field, TO_TEXT.encodeToString(encrypted));
    }

    /** @throws Tampered when it is not what this key once sealed for this case and field */
    public byte[] open(Sealed sealed) {
        if (!id.equals(DataKeyId.of(sealed))) {
            throw new Tampered("sealed under another key: " + sealed);
        }
        return Padding.remove(key.decrypt(FROM_TEXT.decode(sealed.ciphertext()), context(sealed.field())));
    }

    private String context(PersonalField field) {
        return id.text("trm/sealed/v1") + field + "\n";
    }
}
