package org.trm.deploy.standalone.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.trm.command.casefile.Walk;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;
import org.trm.query.QuerySide;
import org.trm.query.ViewEquality;
import org.trm.query.view.CaseView;

/** Every view of the query side, over cases on which the real rules decided every act. A new view is found by itself. */
class EveryViewTest {
    private static final int CASES = 1_000;
    private static final int MOST_STEPS = 8;

    @Test
    void what_is_kept_live_rebuilt_and_told_of_the_past_is_the_same() {
        long seed = 31;
        Random random = new Random(seed);
        List<List<Recorded<CaseEvent>>> cases = IntStream.range(0, CASES)
                .mapToObj(i -> aCase(random.nextLong(), random.nextInt(MOST_STEPS)))
                .toList();
        ViewEquality.prove(views(), cases, seed);
    }

    @Test
    void every_view_that_a_reader_knows_is_found() {
        assertThat(views()).extracting(type -> type.getSimpleName()).contains("StatusView", "InboxView");
    }

    private static List<Recorded<CaseEvent>> aCase(long seed, int steps) {
        Walk walk = new Walk(seed);
        for (int i = 0; i < steps; i++) {
            walk.step();
        }
        return Retold.of(walk.history(), new CaseId(new UUID(seed & ~0xF000L | 0x7000L, seed >>> 2 | 1L << 63)));
    }

    private static List<? extends Class<?>> views() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(CaseView.class));
        return scanner.findCandidateComponents(QuerySide.class.getPackageName()).stream()
                .map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
                .filter(type -> type.isAnnotationPresent(Component.class))
                .toList();
    }
}
