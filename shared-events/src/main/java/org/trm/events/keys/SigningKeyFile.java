package org.trm.events.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.trm.events.privacy.KeysUnreachable;

/** An Ed25519 key in a file: the public one as it is, the private one encrypted, both as the JDK encodes them. */
final class SigningKeyFile {
    private static final String ED25519 = "Ed25519";

    private SigningKeyFile() {}

    static EncryptedFiles.Content fresh() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            return new EncryptedFiles.Content(
                    List.of(pair.getPublic().getEncoded()), pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform from 15 on has " + ED25519, e);
        }
    }

    static KeyPair pair(EncryptedFiles.Content content) {
        try {
            KeyFactory keys = KeyFactory.getInstance(ED25519);
            return new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(content.open().get(0))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(content.secret())));
        } catch (GeneralSecurityException | IndexOutOfBoundsException e) {
            throw new KeysUnreachable("The file of a key that signs does not hold an Ed25519 key.", e);
        }
    }
}
