package org.trm.query.rebuild;

/** An event of a case as its bytes stand in the event table. */
record StoredEvent(
        String identifier,
        String caseId,
        long sequence,
        String timestamp,
        String payloadType,
        String payloadRevision,
        byte[] payload,
        byte[] metadata) {}
