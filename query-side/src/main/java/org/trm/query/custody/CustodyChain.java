package org.trm.query.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Optional;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.Relation;
import org.trm.events.types.Side;
import org.trm.query.access.Audience;
import org.trm.query.access.CountrySight;
import org.trm.query.access.Relations.Address;
import org.trm.query.access.Relations.Custody;
import org.trm.query.access.Sight;
import org.trm.query.reading.Seen;

/**
 * Who has been responsible for a case, as far as the reader may know.
 *
 * @param country as which country the reader sees the case
 * @param until the moment up to which the chain is told, for a country that handed the case over: how it went on is not
 *     for it to know; null for one that is told all
 * @param custodies one after the other, without a gap; none for a country that was asked once and is not any more
 */
public record CustodyChain(
        CaseId caseId,
        CaseReference reference,
        long version,
        CountryCode country,
        Relation relation,
        @Optional Instant until,
        List<Link> custodies) {

    /**
     * The time for which one country was responsible, up to the moment at which the next one became so.
     *
     * @param sinceVersion the version of the case by which it became so
     * @param until null for the last one that is told
     * @param referralId the referral by which it became so; null for the country that opened the case, and where the
     *     reader may not know of it
     * @param acknowledgements of both sides, by which responsibility came to it
     */
    public record Link(
            CountryCode country,
            OrganisationId organisation,
            Instant since,
            long sinceVersion,
            @Optional Instant until,
            @Optional Long untilVersion,
            @Optional ReferralId referralId,
            List<Signed> acknowledgements) {}

    /** @param organisation that of who signed; null when it was no person */
    public record Signed(
            Side side, CountryCode country, @Optional OrganisationId organisation, Instant at, long version) {
        private static Signed of(Acknowledgement a) {
            return new Signed(a.side(), a.by(), a.organisation(), a.at(), a.version());
        }
    }

    /** The event by which a country became responsible, as far as it decides who sees it. */
    private record Beginning(long version, ReferralId referralId) implements Sight.Meant {
        @Override
        public Audience audience() {
            return Audience.CASE_PARTIES;
        }

        @Override
        public CountryCode actingCountry() {
            return null;
        }
    }

    static CustodyChain of(Seen<CustodyRow> seen) {
        CustodyRow row = seen.row();
        Sight sight = seen.sight();
        CountrySight foremost = sight.foremost();
        List<Custody> told = row.relations().custodies().stream()
                .filter(custody -> sight.sees(new Beginning(custody.since(), custody.by())))
                .toList();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            links.add(link(told.get(i), i + 1 < told.size() ? told.get(i + 1) : null, seen));
        }
        return new CustodyChain(
                row.caseId(),
                row.reference(),
                foremost.version(row.version()),
                foremost.country(),
                sight.standing(),
                isToldAll(seen) || links.isEmpty()
                        ? null
                        : links.get(links.size() - 1).since(),
                List.copyOf(links));
    }

    /** Whether the reader would be told of it if responsibility moved next. */
    private static boolean isToldAll(Seen<CustodyRow> seen) {
        return seen.sight().sees(new Beginning(seen.row().version() + 1, null));
    }

    private static Link link(Custody custody, Custody next, Seen<CustodyRow> seen) {
        Sight sight = seen.sight();
        List<Signed> signed = seen.row().acknowledgements().stream()
                .filter(a -> a.referralId().equals(custody.by()))
                .filter(sight::sees)
                .map(Signed::of)
                .toList();
        return new Link(
                custody.holder().country(),
                custody.holder().organisation(),
                custody.from(),
                custody.since(),
                next == null ? null : next.from(),
                next == null ? null : next.since(),
                seen.row()
                        .relations()
                        .address(custody.by())
                        .filter(sight::sees)
                        .map(Address::referralId)
                        .orElse(null),
                signed);
    }
}
