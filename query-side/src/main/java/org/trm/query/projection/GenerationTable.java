package org.trm.query.projection;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.trm.query.view.CaseView;
import org.trm.query.view.Generations;
import org.trm.query.view.NotYetFilled;
import org.trm.query.view.Schema;

/** The views' generations, as the nodes share them in {@code views.generation}. */
@Component
public class GenerationTable implements Generations {
    private static final Duration RECHECK = Duration.ofSeconds(1);

    private static final String RESUMED = """
            state = CASE WHEN built_at IS NULL THEN 'BUILDING' ELSE 'CATCHING_UP' END,
            paused_millis = paused_millis
                + CASE WHEN built_at IS NULL THEN extract(epoch FROM now() - changed_at) * 1000 ELSE 0 END
            """;

    private static final String IS_TO_BE_READ = """
            SELECT number
              FROM views.generation
             WHERE view = ? AND number = ? AND state = 'CATCHING_UP' AND wish = 'GO_ON'
               FOR UPDATE
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Map<String, Integer> layouts;
    private final LoadingCache<String, Schema> read =
            Caffeine.newBuilder().expireAfterWrite(RECHECK).build(this::readNow);

    GenerationTable(JdbcClient jdbc, TransactionOperations transaction, List<CaseView<?>> views) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.layouts = views.stream().collect(Collectors.toMap(CaseView::name, CaseView::layout));
    }

    @Override
    public Schema current(String view) {
        return read.get(view);
    }

    private Schema readNow(String view) {
        return current(ofHere(view)).map(Generation::schema).orElseThrow(() -> notYetFilled(view));
    }

    private static Optional<Generation> current(List<Generation> generations) {
        return generations.stream()
                .filter(generation -> generation.state() == Generation.State.CURRENT)
                .findFirst();
    }

    private NotYetFilled notYetFilled(String view) {
        return latest(view)
                .filter(latest -> latest.state().isInTheMaking())
                .map(latest -> new NotYetFilled(view, latest.eventsDone(), latest.eventsAll()))
                .orElseGet(() -> new NotYetFilled(view));
    }

    /** Whether a generation has the layout that this node reads and writes; another release may have another one. */
    public boolean isOfHere(Generation generation) {
        return Integer.valueOf(generation.layout()).equals(layouts.get(generation.view()));
    }

    /** A view's generations of the layout that this node reads and writes, in their order. */
    private List<Generation> ofHere(String view) {
        return all().stream()
                .filter(generation -> generation.view().equals(view) && isOfHere(generation))
                .toList();
    }

    /** The generation that this node reads. */
    public Optional<Generation> current(CaseView<?> view) {
        return current(ofHere(view.name()));
    }

    /** The latest of the layout that this node reads, whatever became of it. */
    public Optional<Generation> latest(String view) {
        return ofHere(view).stream().reduce((earlier, later) -> later);
    }

    /** When a node has last followed the events for it; empty when none ever did. */
    Optional<Instant> lastFollowed(Generation generation) {
        return jdbc.sql("SELECT max(stored_at) FROM views.token WHERE processor_name = ?")
                .param(generation.processor())
                .query(String.class)
                .optional()
                .map(Instant::parse);
    }

    /** Every generation that has tables, and the latest of each view that came to nothing. */
    public List<Generation> all() {
        return jdbc.sql("SELECT * FROM views.generation WHERE state <> 'DROPPED' ORDER BY view, number")
                .query(new DataClassRowMapper<>(Generation.class))
                .list();
    }

    public Optional<Generation> find(String view, int number) {
        return jdbc.sql("SELECT * FROM views.generation WHERE view = ? AND number = ?")
                .params(view, number)
                .query(new DataClassRowMapper<>(Generation.class))
                .optional();
    }

    /** Adds the view's next generation, in this state. */
    public Generation add(String view, int layout, Generation.State state) {
        int number = jdbc.sql("INSERT INTO views.generation (view, number, layout, state)"
                        + " SELECT ?, coalesce(max(number), 0) + 1, ?, ? FROM views.generation WHERE view = ?"
                        + " RETURNING number")
                .params(view, layout, state.name(), view)
                .query(Integer.class)
                .single();
        return find(view, number).orElseThrow();
    }

    /** Notes how far the building has come. */
    public void progress(Generation generation, long eventsDone) {
        update(generation, "events_done = ?", eventsDone);
    }

    /** Notes from where on its processor is to take in events, and about how many came before. */
    public void startAt(Generation generation, long globalIndex, long eventsAll) {
        update(generation, "starts_at = ?, events_all = ?", globalIndex, eventsAll);
    }

    /** The bulk is there: from now on every node runs its processor. */
    public void built(Generation generation, long events) {
        update(generation, "state = 'CATCHING_UP', built_at = now(), events_done = ?, events_all = ?", events, events);
    }

    /** Its processor rests on every node, if there is one already. */
    public void paused(Generation generation) {
        update(generation, "state = 'PAUSED'");
    }

    /** It goes on where it was paused. */
    public void resumed(Generation generation) {
        update(generation, RESUMED);
    }

    public void failed(Generation generation, String reason) {
        update(generation, "state = 'FAILED', failure = ?", reason);
    }

    public void cancelled(Generation generation) {
        update(generation, "state = 'CANCELLED', failure = 'It was cancelled.'");
    }

    public void retired(Generation generation) {
        update(generation, "state = 'RETIRED'");
    }

    public void dropped(Generation generation) {
        update(generation, "state = 'DROPPED'");
    }

    /**
     * Lets the generation be read in place of the one that is read now, unless that one has seen an event that this one
     * has not, for a reader never goes back in time; and unless an operator wishes that it rest or be given up.
     *
     * @return whether it is read now
     */
    public boolean switchTo(Generation next) {
        boolean switched = Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Generation> current = current(ofHere(next.view()));
            if (!isToBeRead(next) || current.isPresent() && !hasSeenAllThat(next, current.get())) {
                return false;
            }
            current.ifPresent(this::retired);
            update(next, "state = 'CURRENT'");
            return true;
        }));
        read.invalidate(next.view());
        return switched;
    }

    /** Holds the wish still meanwhile. */
    private boolean isToBeRead(Generation next) {
        return jdbc.sql(IS_TO_BE_READ)
                .params(next.view(), next.number())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Holds the current one's positions still meanwhile: it commits none while their lines are locked. */
    private boolean hasSeenAllThat(Generation next, Generation current) {
        ReachOfProjection reference = reach(current, " FOR UPDATE");
        return reach(next, "").covers(reference);
    }

    /** How many segments these processors have, whichever nodes have them. */
    int segments(Collection<String> processors) {
        return jdbc.sql("SELECT count(*) FROM views.token WHERE processor_name IN (:names)")
                .param("names", processors)
                .query(Integer.class)
                .single();
    }

    /** How far the generation's processor has come. */
    public Position position(Generation generation) {
        return reach(generation, "").least();
    }

    private ReachOfProjection reach(Generation generation, String lock) {
        Map<Integer, Position> bySegment = new HashMap<>();
        jdbc.sql("SELECT segment, token FROM views.token WHERE processor_name = ? ORDER BY segment" + lock)
                .param(generation.processor())
                .query(row -> {
                    bySegment.put(row.getInt(1), Position.of(row.getBytes(2)));
                });
        return ReachOfProjection.of(bySegment);
    }

    private void update(Generation generation, String assignments, Object... values) {
        JdbcClient.StatementSpec statement = jdbc.sql(
                "UPDATE views.generation SET changed_at = now(), " + assignments + " WHERE view = ? AND number = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(generation.view()).param(generation.number()).update();
    }
}
