package org.trm.events.privacy;

import java.util.Base64;
import java.util.UUID;
import org.trm.events.types.DocumentId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Scope;
import org.trm.events.types.Sealed;

/** The key of one case, scope and epoch, which seals and opens values. */
public final class DataKey {
    private static final int VALUE_STEP = 64;
    private static final int DOCUMENT_STEP = 4096;
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

    /**
     * Encrypts a value for one field of this key's scope; its length is hidden in steps of 64 bytes.
     *
     * @param act by which it is recorded
     */
    public Sealed seal(PersonalField field, UUID act, byte[] plain) {
        requireOfScope(field);
        byte[] encrypted = key.encrypt(Padding.add(plain, VALUE_STEP), context(field, act));
        return new Sealed(id.caseId(), id.epoch(), field.dataClass(), field, act, TO_TEXT.encodeToString(encrypted));
    }

    /** Encrypts a document that belongs to a field of this key's scope; its length is hidden in steps of 4 KiB. */
    public byte[] seal(PersonalField field, DocumentId document, byte[] content) {
        requireOfScope(field);
        return key.encrypt(Padding.add(content, DOCUMENT_STEP), context(field, document));
    }

    private void requireOfScope(PersonalField field) {
        if (!Scope.of(field).equals(id.scope())) {
            throw new IllegalArgumentException(field + " is not of " + id.scope());
        }
    }

    /** @throws Tampered when it is not what this key once sealed for this case, field and act, or was redacted */
    public byte[] open(Sealed sealed) {
        if (sealed.ciphertext() == null) {
            throw new Tampered("redacted, though there is its key: " + sealed);
        }
        if (!id.equals(DataKeyId.of(sealed))) {
            throw new Tampered("sealed under another key: " + sealed);
        }
        return Padding.remove(
                key.decrypt(FROM_TEXT.decode(sealed.ciphertext()), context(sealed.field(), sealed.act())));
    }

    /** @throws Tampered when it is not what this key once sealed as this document, for this case and field */
    public byte[] open(PersonalField field, DocumentId document, byte[] sealed) {
        return Padding.remove(key.decrypt(sealed, context(field, document)));
    }

    private String context(PersonalField field, DocumentId document) {
        return id.text("trm/document/v1") + field + "\n" + document + "\n";
    }

    private String context(PersonalField field, UUID act) {
        return act == null
                ? id.text("trm/sealed/v1") + field + "\n"
                : id.text("trm/sealed/v2") + field + "\n" + act + "\n";
    }
}
