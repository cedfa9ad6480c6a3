package org.trm.query.live;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places in the order of all events as readers keep them. They are encrypted, for the number itself would tell a reader
 * how much happens in cases that she may not see. The key is in the database: any node reads what another wrote.
 */
@Component
class Bookmarks {
    private static final String KEY = "live";
    private static final int KEY_BYTES = 16;
    private static final int BLOCK = 16;

    private final JdbcClient database;
    private SecretKey key;

    Bookmarks(JdbcClient database) {
        this.database = database;
    }

    String of(long place) {
        byte[] block = ByteBuffer.allocate(BLOCK).putLong(0).putLong(place).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(crypt(Cipher.ENCRYPT_MODE, block));
    }

    /** Empty when nobody here has written this. */
    OptionalLong read(String bookmark) {
        byte[] written;
        try {
            written = Base64.getUrlDecoder().decode(bookmark);
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
        if (written.length != BLOCK) {
            return OptionalLong.empty();
        }
        ByteBuffer block = ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, written));
        boolean ours = block.getLong() == 0;
        long place = block.getLong();
        return ours && place >= 0 ? OptionalLong.of(place) : OptionalLong.empty();
    }

    /** One block, so that a mode that chains blocks would add nothing. */
    private byte[] crypt(int mode, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key());
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES", e);
        }
    }

    private synchronized SecretKey key() {
        if (key == null) {
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            database.sql("INSERT INTO views.secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
                    .params(KEY, fresh)
                    .update();
            byte[] kept = database.sql("SELECT value FROM views.secret WHERE name = ?")
                    .param(KEY)
                    .query(byte[].class)
                    .single();
            key = new SecretKeySpec(kept, "AES");
        }
        return key;
    }
}
