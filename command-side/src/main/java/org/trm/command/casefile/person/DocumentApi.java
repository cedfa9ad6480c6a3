package org.trm.command.casefile.person;

import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.web.Act;
import org.trm.command.web.Body;
import org.trm.command.web.FileContent;
import org.trm.command.web.Gives;
import org.trm.command.web.Line;
import org.trm.command.web.Optional;
import org.trm.command.web.Receipt;
import org.trm.events.types.CaseId;
import org.trm.events.types.DocumentId;
import org.trm.events.types.DocumentWithdrawalGround;
import org.trm.events.types.PersonalField;

/** Documents about the person, over HTTP: they are sealed here, before a command exists. */
@RestController
@RequestMapping("/api/cases/{caseId}/person/documents")
final class DocumentApi {
    /** What base64 makes of the largest document, and what stands around it. */
    private static final int LARGEST_BODY = 6 * 1024 * 1024;

    /** @param field that it belongs to: who may see that one sees the document */
    record Attachment(
            PersonalField field,
            Line title,
            FileContent content,
            @Optional DocumentId documentId,
            @Optional LocalDate occurredOn) {}

    /** As it is sealed. */
    record Description(String title, FileContent.Format format, int bytes) {
        private static Description of(Attachment body) {
            return new Description(
                    body.title().value(),
                    body.content().format(),
                    body.content().bytes().length);
        }
    }

    @Gives(AttachDocument.class)
    @PostMapping
    ResponseEntity<Receipt> attachDocument(
            @PathVariable CaseId caseId, @Body(largest = LARGEST_BODY) Attachment body, Act act) {
        DocumentId documentId = act.documentId(body.documentId());
        return act.done(
                caseId,
                () -> act.sealedDocument(
                        caseId,
                        documentId,
                        body.field(),
                        Description.of(body),
                        body.content().bytes(),
                        (description, content) ->
                                new AttachDocument(caseId, documentId, description, content, body.occurredOn())));
    }

    /** @param ground why it is taken back */
    record Withdrawal(DocumentWithdrawalGround ground) {}

    @Gives(WithdrawDocument.class)
    @PostMapping("/{documentId}/withdrawal")
    ResponseEntity<Receipt> withdrawDocument(
            @PathVariable CaseId caseId, @PathVariable DocumentId documentId, @Body Withdrawal body, Act act) {
        return act.done(new WithdrawDocument(caseId, documentId, body.ground()));
    }
}
