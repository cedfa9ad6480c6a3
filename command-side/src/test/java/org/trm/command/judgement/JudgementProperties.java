package org.trm.command.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trm.command.casefile.Countries.person;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Context;
import org.trm.command.casefile.Countries;
import org.trm.command.casefile.Decision;
import org.trm.command.casefile.Decision.Happened;
import org.trm.command.casefile.Decision.Refused;
import org.trm.command.casefile.GuardStanding;
import org.trm.command.casefile.GuardStanding.Finding;
import org.trm.command.casefile.Guards;
import org.trm.command.casefile.Judge;
import org.trm.command.casefile.Referral;
import org.trm.command.casefile.Standings;
import org.trm.command.casefile.Walk;
import org.trm.command.web.ActAddress;
import org.trm.command.web.CaseAct;
import org.trm.command.web.CaseActs;
import org.trm.command.web.Controllers;
import org.trm.events.types.Actor;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Guard;
import org.trm.events.types.Id;
import org.trm.events.types.Role;

/** What is told of an act and what becomes of it, on walks of cases at random between four countries. */
class JudgementProperties {
    private static final int WALKS = 60;
    private static final int STEPS = 60;
    private static final CaseActs ACTS = Controllers.acts();
    private static final List<CountryCode> COUNTRIES = List.of(Countries.BG, Countries.RO, Countries.DE, Countries.AL);
    private static final List<Role> ROLES =
            List.of(Role.NATIONAL_FOCAL_POINT, Role.COMPETENT_AUTHORITY, Role.CHILD_PROTECTION_AUTHORITY, Role.AUDITOR);

    /** They say no more than their addresses, so that there is nothing to be found for them. */
    private static final List<CaseAct> WITHOUT_CONTENT = named(
            "submitReferral",
            "acknowledgeReceipt",
            "authoriseDeparture",
            "acknowledgeHandover",
            "completeReferral",
            "presumeMinor",
            "appointGuardian",
            "waiveReflectionPeriod",
            "withdrawConsent");

    private static final Set<String> DONE = new TreeSet<>();
    private static int opened;
    private static int closed;

    @Property(tries = WALKS, seed = "20261125", shrinking = ShrinkingMode.OFF)
    void whatIsDoneWasOpenAndWhatIsOpenCanBeDone(@ForAll long seed) {
        Walk walk = new Walk(seed);
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            CaseState before = walk.story.state;
            walk.step();
            if (walk.done != null && records(walk.done)) {
                CaseAct act = act(walk.done.getClass());
                assertThat(at(before, walk, walk.doer).obstacle(act, ids(act, walk.done)))
                        .as(walk.done.toString())
                        .isEmpty();
                DONE.add(act.name());
            }
            Actor somebody = person(any(COUNTRIES, random), any(ROLES, random));
            checkActsWithoutContent(walk, somebody);
            walk.story.state.referrals().forEach(referral -> checkGuards(walk, somebody, referral));
        }
    }

    private static void checkActsWithoutContent(Walk walk, Actor actor) {
        Context context = new Context(actor, walk.story.now, walk.story.countries, null);
        Judgements judgements = new Judgements(WITHOUT_CONTENT, walk.story.state, context);
        for (Judgement.Act judged : judgements.ofAll().acts()) {
            CaseActs.Named named = ACTS.at(new ActAddress(judged.address())).orElseThrow();
            Decision decision = Judge.judge(named.act().command(named.ids(), null, ""), walk.story.state, context);
            assertThat(judged.open()).as(judged.toString()).isEqualTo(decision instanceof Happened);
            if (decision instanceof Refused refused) {
                assertThat(judged.refusal().code()).isEqualTo(refused.rule().name());
            }
            opened += judged.open() ? 1 : 0;
            closed += judged.open() ? 0 : 1;
        }
    }

    /** What is explained of a guard is what the departure is decided by. */
    private static void checkGuards(Walk walk, Actor actor, Referral referral) {
        Context context = new Context(actor, walk.story.now, walk.story.countries, null);
        List<GuardStanding> standings = Standings.of(walk.story.state, referral, context);
        List<Guard> unmet = Guards.of(walk.story.state, referral, context).unmet();
        assertThat(standings).extracting(GuardStanding::guard).containsExactly(Guard.values());
        for (GuardStanding standing : standings) {
            assertThat(standing.holds()).isEqualTo(!unmet.contains(standing.guard()));
            assertThat(standing.finding() == Finding.HOLDS).isEqualTo(standing.holds());
            assertThat(standing.waitsOn().isEmpty()).isEqualTo(standing.holds());
        }
    }

    private static Possibility at(CaseState state, Walk walk, Actor actor) {
        return new Possibility(state, new Context(actor, walk.story.now, walk.story.countries, null), COUNTRIES);
    }

    /** A correction is another matter: the act that it belongs to need not be open. */
    private static boolean records(CaseCommand command) {
        return component(command, "corrects") == null;
    }

    private static List<CaseAct> named(String... names) {
        return ACTS.all().stream()
                .filter(act -> List.of(names).contains(act.name()))
                .toList();
    }

    private static CaseAct act(Class<?> command) {
        return ACTS.all().stream()
                .filter(act -> act.command() == command)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> ids(CaseAct act, CaseCommand command) {
        return Arrays.stream(command.getClass().getRecordComponents())
                .filter(c -> Id.class.isAssignableFrom(c.getType()) && act.isOf(c.getName()))
                .collect(Collectors.toMap(
                        c -> c.getName(),
                        c -> Objects.toString(component(command, c.getName())),
                        (a, b) -> a,
                        HashMap::new));
    }

    private static Object component(CaseCommand command, String name) {
        return Arrays.stream(command.getClass().getRecordComponents())
                .filter(c -> c.getName().equals(name))
                .findFirst()
                .map(c -> {
                    try {
                        return c.getAccessor().invoke(command);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .orElse(null);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Walks on which hardly anything is done would prove nothing. */
    @AfterContainer
    static void theWalksDidEverything() {
        assertThat(DONE).hasSizeGreaterThan(30);
        assertThat(opened).isGreaterThan(300);
        assertThat(closed).isGreaterThan(300);
    }
}
