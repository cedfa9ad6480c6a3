package org.trm.query;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trm.events.CaseEvent;
import org.trm.events.types.Actor;
import org.trm.events.types.ActorKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Role;
import org.trm.query.access.AccessScope;
import org.trm.query.reading.CaseReading;
import org.trm.query.reading.When;
import org.trm.query.sample.Happenings;
import org.trm.query.view.CaseView;
import org.trm.query.view.VersionAwaiter;

/** One case as it happens, and a view by which it is read at once. */
public final class Scene implements AutoCloseable {
    private static final CaseId CASE = new CaseId(UUID.fromString("0190b8a0-0000-7000-8000-000000000001"));

    /** By pseudonym, whoever does something here. */
    public static final UUID ACTING = new UUID(9, 9);

    private final HikariDataSource database = TestDatabase.fresh();
    private final EventLog log = new EventLog(database);
    private final Node node;
    private long version;

    public Scene(Class<? extends CaseView<?>> view) {
        node = Node.start(database, log, 1, 50, view);
    }

    public CaseId caseId() {
        return CASE;
    }

    public Happenings happenings() {
        return new Happenings(CASE);
    }

    /** Somebody of this country does something. */
    public Scene by(CountryCode country, CaseEvent... events) {
        Actor actor = new Actor(
                ActorKind.PERSON,
                ACTING,
                "issuer",
                Happenings.organisation(country),
                country,
                Role.NATIONAL_FOCAL_POINT);
        log.append(version, Arrays.asList(events), actor);
        version += events.length;
        return this;
    }

    /** How many events the case has. */
    public long version() {
        return version;
    }

    /** Of now, when the view has taken in all that has happened: not every reader could wait for that herself. */
    public When now() {
        node.bean(VersionAwaiter.class).await(view(), CASE, version);
        return When.NOW;
    }

    private String view() {
        return node.bean(CaseView.class).name();
    }

    public static AccessScope reader(Role role, CountryCode country) {
        return new AccessScope(role, country, Happenings.organisation(country), null);
    }

    public static AccessScope focalPoint(CountryCode country) {
        return reader(Role.NATIONAL_FOCAL_POINT, country);
    }

    public CaseReading reading() {
        return node.bean(CaseReading.class);
    }

    public <T> T bean(Class<T> type) {
        return node.bean(type);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    @Override
    public void close() {
        node.close();
        log.store().shutDown();
        database.close();
    }
}
