package org.trm.events.privacy;

import org.trm.events.types.CaseId;
import org.trm.events.types.Scope;
import org.trm.events.types.Sealed;

/**
 * Which data key.
 *
 * @param scope what it opens
 * @param epoch counted from 1; a new one begins whenever a country must no longer read what is yet to come
 */
public record DataKeyId(CaseId caseId, Scope scope, int epoch) {
    public static DataKeyId of(Sealed sealed) {
        return new DataKeyId(sealed.caseId(), Scope.of(sealed.field()), sealed.epoch());
    }

    /** How everything that is bound to this key begins. */
    String text(String purpose) {
        return purpose + "\n" + caseId + "\n" + epoch + "\n" + scope + "\n";
    }
}
