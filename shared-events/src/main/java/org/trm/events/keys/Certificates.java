package org.trm.events.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;

/**
 * Certificates (RFC 5280) that vouch for nothing: a device gives a private key by its name only when a certificate of its
 * public key lies beside it. They are signed by a key that is forgotten at once, because one that is for ECDH signs nothing.
 */
final class Certificates {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8_STRING = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int VERSION = 0xa0;
    /** ecdsa-with-SHA256, 1.2.840.10045.4.3.2. */
    private static final byte[] ALGORITHM = HexFormat.of().parseHex("300a06082a8648ce3d040302");
    /** commonName, 2.5.4.3. */
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");

    private Certificates() {}

    static Certificate of(PublicKey key, String name) throws GeneralSecurityException {
        byte[] named = tagged(
                SEQUENCE, tagged(SET, tagged(SEQUENCE, COMMON_NAME, tagged(UTF8_STRING, name.getBytes(US_ASCII)))));
        byte[] body = tagged(
                SEQUENCE,
                tagged(VERSION, tagged(INTEGER, new byte[] {2})),
                tagged(INTEGER, BigInteger.ONE.toByteArray()),
                ALGORITHM,
                named,
                tagged(
                        SEQUENCE,
                        tagged(UTC_TIME, "000101000000Z".getBytes(US_ASCII)),
                        tagged(GENERALIZED_TIME, "99991231235959Z".getBytes(US_ASCII))),
                named,
                key.getEncoded());
        byte[] signature = tagged(BIT_STRING, new byte[] {0}, signed(body));
        byte[] whole = tagged(SEQUENCE, body, ALGORITHM, signature);
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] signed(byte[] body) throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec(P256.NAME));
        PrivateKey forgotten = pairs.generateKeyPair().getPrivate();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(forgotten);
        signature.update(body);
        return signature.sign();
    }

    /** A value of DER: what it is, how long it is, and its parts. */
    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        int length = content.size();
        if (length > 0xff) {
            value.write(0x82);
            value.write(length >> 8);
        } else if (length > 0x7f) {
            value.write(0x81);
        }
        value.write(length);
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }
}
