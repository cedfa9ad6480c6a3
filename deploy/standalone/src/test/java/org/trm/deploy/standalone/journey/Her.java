package org.trm.deploy.standalone.journey;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The person whom a story is about, as far as the mechanism knows of her: her case, and its referral that matters now. */
final class Her {
    private final String caseId;
    private final Map<String, String> consents = new HashMap<>();
    private Country holder;
    private String referral;
    private long version;

    Her(String caseId, Country holder) {
        this.caseId = caseId;
        this.holder = holder;
    }

    /** The country that is responsible for her, as those who act have understood it. */
    Country holder() {
        return holder;
    }

    void heldBy(Country next) {
        holder = next;
    }

    String caseId() {
        return caseId;
    }

    String referral() {
        return referral;
    }

    /** From here on the story is about another referral of hers. */
    void turnTo(String other) {
        referral = other;
    }

    String newReferral() {
        turnTo(UUID.randomUUID().toString());
        return referral;
    }

    /** How many events her case had after the last act. */
    long version() {
        return version;
    }

    void became(long now) {
        version = now;
    }

    /** The id of her consent of this scope to what concerns this country. */
    String consent(String scope, Country country) {
        return consents.computeIfAbsent(
                scope + country, ignored -> UUID.randomUUID().toString());
    }

    /** She consents again: to the mechanism that is another consent. */
    void consentsAnew(String scope, Country country) {
        consents.remove(scope + country);
    }

    /** @param path what follows the case; {@code {r}} stands for the referral */
    String address(String path) {
        return "/api/cases/" + caseId + path.replace("{r}", String.valueOf(referral));
    }
}
