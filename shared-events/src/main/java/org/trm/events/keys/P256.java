package org.trm.events.keys;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECField;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Points of the curve P-256 as they are written uncompressed (SEC 1, 2.3.3): 04, and both coordinates in 32 bytes. */
final class P256 {
    static final String NAME = "secp256r1";

    private static final int BYTES = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final ECParameterSpec CURVE = curve();

    private P256() {}

    static byte[] point(PublicKey key) {
        ECPoint point = ((ECPublicKey) key).getW();
        byte[] bytes = new byte[1 + 2 * BYTES];
        bytes[0] = UNCOMPRESSED;
        write(point.getAffineX(), bytes, 1);
        write(point.getAffineY(), bytes, 1 + BYTES);
        return bytes;
    }

    private static void write(BigInteger coordinate, byte[] bytes, int at) {
        byte[] number = coordinate.toByteArray();
        int length = Math.min(number.length, BYTES);
        System.arraycopy(number, number.length - length, bytes, at + BYTES - length, length);
    }

    /** @throws GeneralSecurityException when it is no point of the curve: such a one would reveal the private key bit by bit */
    static PublicKey key(byte[] point) throws GeneralSecurityException {
        if (point.length != 1 + 2 * BYTES || point[0] != UNCOMPRESSED) {
            throw new GeneralSecurityException("not an uncompressed point");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + BYTES));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + BYTES, point.length));
        ECField field = CURVE.getCurve().getField();
        BigInteger p = ((ECFieldFp) field).getP();
        BigInteger right = x.multiply(x)
                .add(CURVE.getCurve().getA())
                .multiply(x)
                .add(CURVE.getCurve().getB());
        if (x.compareTo(p) >= 0
                || y.compareTo(p) >= 0
                || y.multiply(y).subtract(right).mod(p).signum() != 0) {
            throw new GeneralSecurityException("not a point of the curve");
        }
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
    }

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(NAME));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }
}
