package org.trm.command.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells whether two requests are the same without keeping either: HMAC-SHA-256 of method, path and body, under a key that
 * the service made on its first start and that all its nodes share.
 */
@Component
final class RequestSeal {
    private static final String HMAC = "HmacSHA256";
    private static final byte[] NO_BODY = {};

    private final JdbcClient jdbc;
    private volatile SecretKeySpec key;

    RequestSeal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In hexadecimal. */
    String of(String method, String path, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key());
            mac.update((method + ' ' + path + '\n').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body == null ? NO_BODY : body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    private SecretKeySpec key() {
        if (key == null) {
            key = new SecretKeySpec(shared(), HMAC);
        }
        return key;
    }

    private byte[] shared() {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("INSERT INTO acts.secret (name, value) VALUES ('requests', ?) ON CONFLICT DO NOTHING")
                .param(fresh)
                .update();
        return jdbc.sql("SELECT value FROM acts.secret WHERE name = 'requests'")
                .query(byte[].class)
                .single();
    }
}
