package org.trm.query.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralState;
import org.trm.query.access.AccessScope;
import org.trm.query.history.AsOf;
import org.trm.query.reading.When;
import org.trm.query.web.Cursor;
import org.trm.query.web.EntityTag;
import org.trm.query.web.Listing;
import org.trm.query.web.Lists;
import org.trm.query.web.Page;
import org.trm.query.web.QueryProblem;
import org.trm.query.web.Tagged;

/** What waits on whom, a case's referrals, and each of them. */
@RestController
@RequestMapping("/api")
class InboxApi {
    private final InboxReader reader;
    private final Lists lists;

    InboxApi(InboxReader reader, Lists lists) {
        this.reader = reader;
        this.lists = lists;
    }

    @Operation(operationId = "referrals", summary = "What comes in, what went out, and on whom it waits")
    @GetMapping(
            path = "/referrals",
            produces = {MediaType.APPLICATION_JSON_VALUE, Lists.CSV, Lists.NDJSON})
    ResponseEntity<Page<InboxLine>> list(
            AccessScope scope,
            @Parameter(schema = @Schema(allowableValues = {"incoming", "outgoing"})) @RequestParam(required = false)
                    Direction direction,
            @RequestParam(required = false) ReferralState state,
            @RequestParam(required = false) Boolean overdue,
            @RequestParam(required = false) Instant asOf,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) Cursor cursor,
            HttpServletRequest request,
            HttpServletResponse response) {
        InboxFilter filter = new InboxFilter(direction, state, overdue);
        Listing<InboxLine> listing = new Listing<>(
                InboxLine.class, (after, most) -> reader.list(scope, filter, asOf, after, most), InboxLine::place);
        return lists.answer(request, response, limit, cursor, listing);
    }

    @Operation(operationId = "caseReferrals", summary = "The referrals of one case at length")
    @Tagged
    @GetMapping(path = "/cases/{caseId}/referrals", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CaseReferrals> ofCase(
            AccessScope scope,
            @PathVariable CaseId caseId,
            @RequestParam(required = false) AsOf asOf,
            @RequestParam(required = false) Long atLeastVersion) {
        CaseReferrals referrals = reader.ofCase(scope, caseId, new When(asOf, atLeastVersion));
        return EntityTag.answer(referrals.version(), referrals.relation(), "referrals" + referrals, referrals);
    }

    @Operation(operationId = "caseReferral", summary = "One referral at length")
    @Tagged
    @GetMapping(path = "/cases/{caseId}/referrals/{referralId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReferralDetail> one(
            AccessScope scope,
            @PathVariable CaseId caseId,
            @PathVariable ReferralId referralId,
            @RequestParam(required = false) AsOf asOf,
            @RequestParam(required = false) Long atLeastVersion) {
        CaseReferrals referrals = reader.ofCase(scope, caseId, new When(asOf, atLeastVersion));
        ReferralDetail referral = referrals.referral(referralId).orElseThrow(QueryProblem::notFound);
        return EntityTag.answer(referrals.version(), referrals.relation(), "referral" + referral, referral);
    }
}
