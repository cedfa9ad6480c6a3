package org.trm.command.casefile;

import static org.trm.command.casefile.Countries.AL;
import static org.trm.command.casefile.Countries.BG;
import static org.trm.command.casefile.Countries.DE;
import static org.trm.command.casefile.Countries.RO;
import static org.trm.command.casefile.Countries.focalPointOf;
import static org.trm.command.casefile.Countries.person;
import static org.trm.command.casefile.Story.CASE;
import static org.trm.events.types.ReferralState.HANDED_OVER;
import static org.trm.events.types.ReferralState.IN_TRANSIT;
import static org.trm.events.types.ReferralState.PREPARING;
import static org.trm.events.types.ReferralState.RECEIVED;
import static org.trm.events.types.Role.AUDITOR;
import static org.trm.events.types.Role.CHILD_PROTECTION_AUTHORITY;
import static org.trm.events.types.Role.COMPETENT_AUTHORITY;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;
import static org.trm.events.types.Role.NGO_CASE_MANAGER;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trm.command.casefile.closing.ReopenCase;
import org.trm.command.casefile.timelimit.PassTimeLimit;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.Actor;
import org.trm.events.types.AgeBand;
import org.trm.events.types.BestInterestsOutcome;
import org.trm.events.types.Caregiver;
import org.trm.events.types.CaseId;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ContentHash;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DocumentId;
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.NotConfirmedGround;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralState;
import org.trm.events.types.Remainder;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.Role;
import org.trm.events.types.Sealed;
import org.trm.events.types.StaffId;
import org.trm.events.types.TimeLimit;

/**
 * A case that several countries act upon at random: officials of four countries, the clock, and time that goes by. Most
 * steps are drawn from those that the rules would accept, so that a walk gets far; the rest is anything at all.
 */
public final class Walk {
    private static final List<CountryCode> COUNTRIES = List.of(BG, RO, DE, AL);
    private static final List<Role> ROLES =
            List.of(NATIONAL_FOCAL_POINT, COMPETENT_AUTHORITY, CHILD_PROTECTION_AUTHORITY, NGO_CASE_MANAGER, AUDITOR);

    private final Random random;
    private final Map<Class<? extends CaseCommand>, Double> temperament = new LinkedHashMap<>();
    private double all;
    public final Story story;
    /** The states that a referral has come to in the walk. */
    public final Set<ReferralState> reached = EnumSet.noneOf(ReferralState.class);

    public int accepted;
    public int refused;
    /** What somebody did in the latest step, and who; null when nobody did anything. */
    public CaseCommand done;

    public Actor doer;

    public Walk(long seed) {
        random = new Random(seed);
        story = random.nextInt(3) == 0 ? Story.ofAChild() : Story.ofAnAdult();
        for (Class<? extends CaseCommand> command : Commands.ALL) {
            // Some walks hardly ever do what others do all the time.
            temperament.put(command, Math.exp(1.5 * random.nextGaussian()) * weight(command));
        }
        begin();
        temperament.values().forEach(weight -> all += weight);
    }

    /**
     * Walks begin in different places: what lies far along the way would else be reached by luck alone. Where one begins,
     * it has not come by itself.
     */
    private void begin() {
        switch (random.nextInt(7)) {
            case 0 -> story.opened();
            case 1 -> story.opened().identified().consented();
            case 2 -> story.with(RECEIVED);
            case 3, 4 -> story.with(PREPARING);
            case 5 -> story.with(IN_TRANSIT);
            default -> story.with(HANDED_OVER);
        }
    }

    /** What ends a referral is drawn more rarely than what takes it further. */
    private static double weight(Class<?> command) {
        return switch (command.getSimpleName()) {
            case "AuthoriseDeparture", "RecordDeparture", "ConfirmArrival", "AcknowledgeHandover" -> 60;
            case "SubmitReferral", "AcknowledgeReceipt", "AcceptReferral", "CompleteReferral" -> 20;
            case "SubmitMonitoringReport", "WaiveMonitoringReport" -> 20;
            case "AcceptConditionally", "ForwardReferral", "RequestInformation", "SupplyInformation", "MeetCondition" ->
                6;
            case "RecordIncident", "ResumeJourney" -> 4;
            case "DraftReferral", "DecideIdentification", "DecideReasonableGrounds", "WaiveReflectionPeriod" -> 10;
            case "ConfirmPrecondition", "RecordConsent", "RecordRiskAssessment", "AppointGuardian" -> 4;
            case "WithdrawReferral", "FailTransfer", "CloseCase" -> 0.4;
            case "RevokePrecondition", "EndGuardianship" -> 0.4;
            case "WithdrawConsent" -> 0.25;
            default -> 1;
        };
    }

    public List<Recorded<CaseEvent>> history() {
        return story.history;
    }

    /** One step; the command was refused when it changed nothing. */
    public void step() {
        CaseState before = story.state;
        done = null;
        act();
        story.state.referrals().stream()
                .filter(r -> before.referral(r.id())
                        .filter(b -> b.state() == r.state())
                        .isEmpty())
                .forEach(r -> reached.add(r.state()));
    }

    private void act() {
        if (random.nextInt(6) == 0) {
            story.later(Duration.ofMinutes(random.nextInt(60 * (random.nextInt(25) == 0 ? 600 : 8))));
        }
        if (random.nextInt(20) == 0) {
            strike();
            return;
        }
        record Try(Actor actor, CaseCommand command, Decision decision) {}
        List<Try> tries = new ArrayList<>();
        boolean guided = random.nextInt(5) > 0;
        boolean found = false;
        for (int i = 0; i < 50 && !found; i++) {
            CaseCommand command = command();
            Actor actor = guided ? whoMay(command) : anybody();
            Decision decision = story.judge(actor, command);
            tries.add(new Try(actor, command, decision));
            found = !guided || decision instanceof Decision.Happened;
        }
        Try chosen = tries.stream()
                .filter(t -> !guided || t.decision() instanceof Decision.Happened)
                .findFirst()
                .orElse(tries.get(0));
        if (chosen.decision() instanceof Decision.Happened) {
            accepted++;
            done = chosen.command();
            doer = chosen.actor();
            story.does(chosen.actor(), chosen.command());
        } else {
            refused++;
        }
    }

    private Actor anybody() {
        return person(any(COUNTRIES), random.nextInt(3) == 0 ? any(ROLES) : NATIONAL_FOCAL_POINT);
    }

    /** Somebody of the country that the command is for, in one of its roles. */
    private Actor whoMay(CaseCommand command) {
        ActedBy by = command.getClass().getAnnotation(ActedBy.class);
        if (by.roles().length == 0) {
            return anybody();
        }
        Optional<Referral> referral = command instanceof ReferralCommand c
                ? story.state.referral(c.referralId())
                : story.state.liveTransfer();
        CountryCode holder = story.state.holder();
        CountryCode country = switch (by.value()) {
            case SENDER -> referral.map(Referral::from).orElse(holder);
            case RECEIVER -> referral.map(Referral::to).orElse(holder);
            case EITHER_SIDE, HOLDER_OR_RECEIVER ->
                random.nextBoolean() ? referral.map(Referral::to).orElse(holder) : holder;
            case HOLDER, KEEPER, INVOLVED, OPENER, PUBLISHER, OPERATOR, CLOCK -> holder;
        };
        return person(country, any(by.roles()));
    }

    /** Every clock that could be due is passed, as the watch of the clocks would. */
    private void strike() {
        story.state.referrals().stream()
                .filter(r -> r.deadline() != null)
                .forEach(r -> story.does(
                        Actor.CLOCK,
                        new PassTimeLimit(CASE, r.id(), r.deadline().limit())));
        for (TimeLimit limit : List.of(
                TimeLimit.REASONABLE_GROUNDS, TimeLimit.REFLECTION, TimeLimit.EMERGENCY_REVIEW, TimeLimit.RETENTION)) {
            story.does(Actor.CLOCK, new PassTimeLimit(CASE, null, limit));
        }
    }

    private CaseCommand command() {
        Class<? extends CaseCommand> type = inclined();
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            Object[] values = Arrays.stream(type.getRecordComponents())
                    .map(c -> value(c.getName(), c.getType(), c.getGenericType()))
                    .toArray();
            return (CaseCommand) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private Class<? extends CaseCommand> inclined() {
        if (story.state.closed() && random.nextBoolean()) {
            return ReopenCase.class;
        }
        double left = random.nextDouble() * all;
        for (Map.Entry<Class<? extends CaseCommand>, Double> entry : temperament.entrySet()) {
            left -= entry.getValue();
            if (left <= 0) {
                return entry.getKey();
            }
        }
        return Commands.ALL.get(0);
    }

    private Object value(String name, Class<?> type, Type generic) {
        if (type == CaseId.class) {
            return CASE;
        } else if (type == ReferralId.class) {
            return name.equals("draft") || random.nextInt(10) == 0 ? fresh() : referral();
        } else if (type == ConsentId.class) {
            return random.nextInt(3) == 0 && !story.state.consents().isEmpty()
                    ? any(List.copyOf(story.state.consents())).given().consentId()
                    : new ConsentId(new UUID(random.nextLong(), random.nextLong()));
        } else if (type == EmergencyAccessId.class) {
            return random.nextInt(3) > 0 && !story.state.unreviewedAccesses().isEmpty()
                    ? any(story.state.unreviewedAccesses()).id()
                    : new EmergencyAccessId(new UUID(random.nextLong(), random.nextLong()));
        } else if (type == CountryCode.class) {
            return random.nextInt(2) == 0 ? RO : any(COUNTRIES);
        } else if (type == OrganisationId.class) {
            return focalPointOf(random.nextInt(2) == 0 ? RO : any(COUNTRIES));
        } else if (type == LanguageCode.class) {
            return new LanguageCode("ron");
        } else if (type == StaffId.class) {
            return new StaffId(new UUID(1, random.nextInt()));
        } else if (type == MinimalDataSet.class) {
            return Story.minimalDataSet(any(AgeBand.values()));
        } else if (type == LocalDate.class) {
            return date(name);
        } else if (type == Instant.class) {
            return story.now.plus(Duration.ofHours(random.nextInt(400)));
        } else if (type == Long.class) {
            return random.nextInt(6) > 0 ? null : (long) 1 + random.nextInt((int) story.state.version() + 1);
        } else if (type == boolean.class) {
            return random.nextInt(4) > 0;
        } else if (type == List.class) {
            return List.of(sealed());
        } else if (type == Sealed.class) {
            return sealed();
        } else if (type == DocumentId.class) {
            List<DocumentId> attached = List.copyOf(story.state.documents().keySet());
            return !attached.isEmpty() && random.nextBoolean()
                    ? any(attached)
                    : new DocumentId(new UUID(random.nextLong(), random.nextLong()));
        } else if (type == ContentHash.class) {
            return ContentHash.of(new byte[] {(byte) random.nextInt()});
        } else if (type == Set.class) {
            return codes((Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0]);
        } else if (type.isEnum()) {
            return type == NotConfirmedGround.class && random.nextBoolean() ? null : likely(type);
        }
        throw new IllegalArgumentException("no value for " + type);
    }

    private Sealed sealed() {
        PersonalField field = any(PersonalField.values());
        return new Sealed(CASE, 1, field.dataClass(), field, null, "c2VhbGVk");
    }

    private Object date(String name) {
        return name.equals("until")
                ? story.today().plusDays(20 + random.nextInt(60))
                : story.today().minusDays(random.nextInt(3));
    }

    /** What most cases would say, so that guards can come true. */
    private Object likely(Class<?> type) {
        if (random.nextInt(3) == 0) {
            return any(type.getEnumConstants());
        } else if (type == ConsentHolder.class) {
            return story.state.minor() ? ConsentHolder.GUARDIAN : ConsentHolder.ADULT;
        } else if (type == RiskLevel.class) {
            return RiskLevel.LOW;
        } else if (type == BestInterestsOutcome.class) {
            return BestInterestsOutcome.IN_BEST_INTERESTS;
        } else if (type == Caregiver.class) {
            return Caregiver.AGREED_AND_ABLE;
        } else if (type == MonitoringMilestone.class) {
            return story.state.referrals().stream()
                    .filter(Referral::handedOver)
                    .flatMap(r -> r.openMilestones().stream())
                    .findFirst()
                    .orElse(MonitoringMilestone.AFTER_72_HOURS);
        } else if (type == ReferralKind.class) {
            return ReferralKind.CUSTODY_TRANSFER;
        }
        return any(type.getEnumConstants());
    }

    private Set<Object> codes(Class<?> type) {
        if (type == Remainder.class) {
            return Set.of(new Remainder(1L, ContentHash.of(new byte[] {(byte) random.nextInt()})));
        }
        int leftOut = random.nextInt(4);
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> leftOut > 0 || random.nextBoolean())
                .collect(Collectors.toSet());
    }

    private ReferralId referral() {
        List<Referral> live = story.state.referrals().stream()
                .filter(r -> !r.state().terminal())
                .toList();
        return live.isEmpty() ? fresh() : any(live).id();
    }

    private ReferralId fresh() {
        return new ReferralId(new UUID(random.nextLong(), random.nextLong()));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> T any(T[] array) {
        return array[random.nextInt(array.length)];
    }
}
