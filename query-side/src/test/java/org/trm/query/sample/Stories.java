package org.trm.query.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.trm.events.CaseEvent;
import org.trm.events.ClosingEvent;
import org.trm.events.IntakeEvent;
import org.trm.events.ReferralEvent;
import org.trm.events.types.AgeBand;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CitizenshipCode;
import org.trm.events.types.ClosureReason;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.DetectionSource;
import org.trm.events.types.ExploitationForm;
import org.trm.events.types.Gender;
import org.trm.events.types.Indicator;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.LegalStayNeed;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.Need;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.Responsible;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.Urgency;
import org.trm.events.types.WithdrawalReason;

/** Made-up histories of cases, the same for the same seed. */
public final class Stories {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final CountryCode BG = CountryCode.of("BG");

    private final Random random;

    public Stories(long seed) {
        this.random = new Random(seed);
    }

    /** A case from its opening on, of about this many events. */
    public List<CaseEvent> story(int events) {
        CaseId id = new CaseId(uuid());
        List<CaseEvent> story = new ArrayList<>(List.of(opened(id)));
        while (story.size() < events) {
            switch (random.nextInt(3)) {
                case 0 -> story.add(new IntakeEvent.IndicatorsRecorded(id, some(Indicator.class), 1, DAY, null));
                case 1 -> story.add(new IntakeEvent.NeedsAssessed(id, some(Need.class), DAY, 1L));
                default -> story.addAll(referral(id));
            }
        }
        if (random.nextBoolean()) {
            story.add(new ClosingEvent.CaseClosed(id, one(ClosureReason.class), DAY, deadline()));
        }
        return story;
    }

    private static IntakeEvent.CaseOpened opened(CaseId id) {
        MinimalDataSet known = new MinimalDataSet(
                AgeBand.values()[0],
                Gender.values()[0],
                new LanguageCode("ron"),
                new CitizenshipCode("RO"),
                ExploitationForm.values()[0],
                EnumSet.of(Need.SHELTER),
                Urgency.values()[0],
                RiskLevel.values()[0],
                LegalStayNeed.values()[0]);
        return new IntakeEvent.CaseOpened(
                id,
                CaseReference.of(BG, id),
                new Responsible(BG, OrganisationId.of("BG-NCCTHB")),
                DetectionSource.POLICE,
                known,
                DAY,
                deadline());
    }

    private List<CaseEvent> referral(CaseId id) {
        ReferralId referral = new ReferralId(uuid());
        return List.of(
                new ReferralEvent.ReferralDrafted(
                        id,
                        referral,
                        one(ReferralKind.class),
                        BG,
                        CountryCode.of("RO"),
                        one(ReferralReason.class),
                        one(Urgency.class),
                        null,
                        deadline()),
                new ReferralEvent.ReferralSubmitted(id, referral, deadline()),
                new ReferralEvent.ReferralWithdrawn(id, referral, one(WithdrawalReason.class)));
    }

    private static Deadline deadline() {
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        return new Deadline(TimeLimit.values()[0], start, start.plusSeconds(60), null, new ProcedureVersion(BG, 1));
    }

    private <E extends Enum<E>> E one(Class<E> type) {
        return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }

    private <E extends Enum<E>> EnumSet<E> some(Class<E> type) {
        EnumSet<E> some = EnumSet.of(one(type));
        some.add(one(type));
        return some;
    }

    private UUID uuid() {
        return new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() & ~(3L << 62) | 2L << 62);
    }
}
