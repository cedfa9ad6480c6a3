package org.trm.query.person;

import org.springframework.stereotype.Component;
import org.trm.events.keys.FileKeyStore;
import org.trm.events.privacy.KeysUnreachable;
import org.trm.query.alarm.Alarm;

/** Raised while the keys cannot be used from this node. */
@Component
class KeysAlarm implements Alarm {
    private final FileKeyStore keys;

    KeysAlarm(FileKeyStore keys) {
        this.keys = keys;
    }

    @Override
    public Code code() {
        return Code.KEYS_UNREACHABLE;
    }

    @Override
    public boolean isRaised() {
        try {
            keys.requireReachable();
            return false;
        } catch (KeysUnreachable e) {
            return true;
        }
    }
}
