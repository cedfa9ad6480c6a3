package org.trm.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.UUID;

/**
 * What came of an act: the case, the number of its events so far, and the ids of what came into being.
 *
 * @param version null for who may act on the case and not look into it
 * @param referralId null unless a referral came into being
 * @param consentId null unless a consent came into being
 * @param accessId null unless an emergency access came into being
 * @param documentId null unless a document was attached
 */
@JsonInclude(Include.NON_NULL)
public record Receipt(UUID caseId, Long version, UUID referralId, UUID consentId, UUID accessId, UUID documentId) {}
