package org.trm.events.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.events.privacy.Tampered;

/**
 * A token of a device that speaks PKCS#11. Its keys are made in it, do their work in it, and never leave it. Every method
 * throws {@link KeysUnreachable} when it does not answer, within seconds.
 */
final class Token {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What agreement gives is no key of the device: it is derived further here. */
    private static final String ATTRIBUTES = """
            attributes(generate, CKO_SECRET_KEY, CKK_AES) = { CKA_SENSITIVE = true CKA_EXTRACTABLE = false }
            attributes(generate, CKO_PRIVATE_KEY, CKK_EC) = {
              CKA_SENSITIVE = true CKA_EXTRACTABLE = false CKA_DERIVE = true CKA_SIGN = false }
            attributes(generate, CKO_SECRET_KEY, CKK_GENERIC_SECRET) = { CKA_SENSITIVE = false CKA_EXTRACTABLE = true }
            """;

    private final String name;
    private final Pin pin;
    private final Provider device;
    private final InTime inTime = new InTime(PATIENCE);
    private final OpenedOnce<KeyStore> keys = new OpenedOnce<>(this::opened);
    private boolean pinRefused;

    /**
     * Opens it.
     *
     * @param library the device's library for PKCS#11
     * @param slot the number of the slot in which the token is
     */
    Token(Path library, long slot, Pin pin) {
        this.name = "the PKCS#11 token in slot " + slot + " of " + library;
        this.pin = pin;
        if (!Files.isReadable(library)) {
            throw new KeysUnreachable("There is no PKCS#11 library at " + library, null);
        }
        this.device = asked(() -> Security.getProvider("SunPKCS11")
                .configure("--name = trm" + slot + "\nlibrary = " + library + "\nslot = " + slot + "\n" + ATTRIBUTES));
        asked(keys::get);
    }

    private KeyStore opened() throws GeneralSecurityException, IOException {
        KeyStore opened = KeyStore.getInstance("PKCS11", device);
        if (!isLoggedIn(opened)) {
            logIn(opened);
        }
        return opened;
    }

    /** Whoever is, needs no PIN; its file is looked at only when the token asks for it. */
    private boolean isLoggedIn(KeyStore opened) throws GeneralSecurityException {
        try {
            opened.load(null, null);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A device shuts a token to whoever tries wrong PINs, and so one is not tried again. */
    private void logIn(KeyStore opened) throws GeneralSecurityException, IOException {
        if (pinRefused) {
            throw refused();
        }
        char[] secret = pin.read();
        try {
            opened.load(null, secret);
        } catch (IOException e) {
            if (says(e, "CKR_PIN")) {
                pinRefused = true;
                throw refused();
            }
            throw e;
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private KeysUnreachable refused() {
        return new KeysUnreachable(
                "The PIN in " + pin.file() + " is not that of " + name + ": correct it and start again.", null);
    }

    /** Everything in it by name; what other processes have made or destroyed since is seen. */
    List<String> names() {
        return asked(() -> Collections.list(keys.anew().aliases()));
    }

    /** Makes a key of AES-256. */
    void makeSecret(String alias) {
        asked(() -> {
            KeyGenerator generator = KeyGenerator.getInstance("AES", device);
            generator.init(256);
            SecretKey key = generator.generateKey();
            keys.get().setKeyEntry(alias, key, null, null);
            return null;
        });
    }

    /** Makes a key of P-256 for ECDH. */
    void makeAgreement(String alias) {
        asked(() -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", device);
            generator.initialize(new ECGenParameterSpec(P256.NAME));
            KeyPair pair = generator.generateKeyPair();
            PublicKey open = P256.key(P256.point(pair.getPublic()));
            keys.get().setKeyEntry(alias, pair.getPrivate(), null, new Certificate[] {Certificates.of(open, alias)});
            return null;
        });
    }

    void destroy(String alias) {
        asked(() -> {
            if (keys.anew().containsAlias(alias)) {
                keys.get().deleteEntry(alias);
            }
            return null;
        });
    }

    private interface Use<T> {
        T of(KeyStore keys) throws GeneralSecurityException;
    }

    /** Null when there is no such key: it may have been made by another process a moment ago, or destroyed. */
    private <T> T use(String alias, Use<T> use) {
        return asked(() -> {
            KeyStore known = keys.get();
            if (!known.containsAlias(alias)) {
                known = keys.anew();
            }
            try {
                return known.containsAlias(alias) ? use.of(known) : null;
            } catch (GeneralSecurityException | ProviderException e) {
                if (keys.anew().containsAlias(alias)) {
                    throw e;
                }
                return null;
            }
        });
    }

    /** The public half of a key for ECDH, as a point; null when there is no such key. */
    byte[] point(String alias) {
        return use(alias, known -> P256.point(known.getCertificate(alias).getPublicKey()));
    }

    /** AES-256-GCM: nonce of 12 random bytes, ciphertext, tag of 16 bytes. Null when there is no such key. */
    byte[] encrypt(String alias, byte[] plain, byte[] data) {
        return use(alias, known -> {
            SecretKey key = (SecretKey) known.getKey(alias, null);
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, data);
            byte[] encrypted = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            int length = cipher.doFinal(plain, 0, plain.length, encrypted, NONCE_BYTES);
            return Arrays.copyOf(encrypted, NONCE_BYTES + length);
        });
    }

    /**
     * Null when there is no such key.
     *
     * @throws Tampered when it was not encrypted by this key with these data
     */
    byte[] decrypt(String alias, byte[] encrypted, byte[] data) {
        return use(alias, known -> {
            SecretKey key = (SecretKey) known.getKey(alias, null);
            if (encrypted.length < NONCE_BYTES + TAG_BITS / 8) {
                throw new Tampered("too short");
            }
            byte[] nonce = Arrays.copyOf(encrypted, NONCE_BYTES);
            try {
                return cipher(Cipher.DECRYPT_MODE, key, nonce, data)
                        .doFinal(encrypted, NONCE_BYTES, encrypted.length - NONCE_BYTES);
            } catch (AEADBadTagException e) {
                throw new Tampered("not encrypted by this key for this context");
            }
        });
    }

    private Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] data) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", device);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(data);
        return cipher;
    }

    /** ECDH. Null when there is no such key. */
    byte[] agree(String alias, PublicKey other) {
        return use(alias, known -> {
            PrivateKey key = (PrivateKey) known.getKey(alias, null);
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH", device);
            agreement.init(key);
            agreement.doPhase(other, true);
            return agreement.generateSecret();
        });
    }

    /** After a failure everything is looked for anew: the token may have been taken out and put in again. */
    private <T> T asked(Callable<T> question) {
        try {
            return inTime.ask(question);
        } catch (KeysUnreachable | Tampered e) {
            throw e;
        } catch (TimeoutException e) {
            throw new KeysUnreachable(
                    "There was no answer from " + name + " in " + PATIENCE.toSeconds() + " s: see that it works.", e);
        } catch (Exception e) {
            keys.forget();
            throw new KeysUnreachable("There was a failure of " + name + ": " + reason(e), e);
        }
    }

    private static boolean says(Throwable failure, String word) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
