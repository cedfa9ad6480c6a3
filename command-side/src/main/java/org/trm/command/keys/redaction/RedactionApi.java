package org.trm.command.keys.redaction;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.casefile.erasure.RedactSealedData;
import org.trm.command.web.Act;
import org.trm.command.web.Body;
import org.trm.command.web.Gives;
import org.trm.command.web.Nothing;
import org.trm.command.web.Receipt;
import org.trm.events.types.CaseId;

/** What an operator asks of the stored events of a case whose person was erased. Asking again changes nothing. */
@RestController
@RequestMapping("/api/admin/cases/{caseId}")
final class RedactionApi {
    private final Ciphertext ciphertext;

    RedactionApi(Ciphertext ciphertext) {
        this.ciphertext = ciphertext;
    }

    @Gives(RedactSealedData.class)
    @PostMapping("/redaction")
    ResponseEntity<Receipt> redactSealedData(@PathVariable CaseId caseId, @Body Nothing body, Act act) {
        return act.done(caseId, () -> ciphertext.redactionOf(caseId));
    }
}
