package org.trm.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.UUID;

/**
 * What came of an act: the case, the number of its events so far, and the ids of what came into being.
 *
 * @param version null for who may act on the case and not look into it
 * @param referralId null unless a referral came into being
 * @param consentId null unless a consent came into being
 * @param accessId null unless an emergency access came into being
 * @param documentId null unless a document was attached
 * @param sealed that the events of the act are in the sealed log, as far as whoever acts may know of them; null unless it was
 *     asked for by {@code Prefer: trm-sealed}, and was so in time
 */
@JsonInclude(Include.NON_NULL)
public record Receipt(
        UUID caseId,
        Long version,
        UUID referralId,
        UUID consentId,
        UUID accessId,
        UUID documentId,
        List<SealedLeaf> sealed) {}
