package org.trm.query.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trm.events.DirectoryEvent;
import org.trm.events.types.CountryCode;
import org.trm.events.types.NetworkId;
import org.trm.events.wiring.EventSerializer;
import org.trm.events.wiring.Upcasters;
import org.trm.query.access.AccessScope;
import org.trm.query.access.NetworkMembers;
import org.trm.query.directory.DirectoryPicture.Country;
import org.trm.query.directory.DirectoryPicture.Network;

/** Reads the directory. It is public to everyone who may log in: it names organisations and no person. */
@Component
class DirectoryReader implements NetworkMembers {
    /** Counted, because events may become visible in another order than that of their indexes. */
    private static final String COUNT = "SELECT count(*) FROM events.domain_event WHERE type <> 'Case'";

    private static final String EVENTS = """
            SELECT payload_type, payload_revision, payload FROM events.domain_event
            WHERE type <> 'Case' ORDER BY global_index""";

    private final JdbcClient database;
    private final EventSerializer serializer;
    private volatile Known known = new Known(-1, null);

    DirectoryReader(JdbcClient database, EventSerializer serializer) {
        this.database = database;
        this.serializer = serializer;
    }

    private record Known(long count, DirectoryPicture picture) {}

    List<Country> countries(AccessScope scope) {
        return List.copyOf(now().countries().values());
    }

    Optional<Country> country(AccessScope scope, CountryCode country) {
        return Optional.ofNullable(now().countries().get(country.value()));
    }

    List<Network> networks(AccessScope scope) {
        return List.copyOf(now().networks().values());
    }

    @Override
    public Set<CountryCode> of(NetworkId network) {
        Network found = now().networks().get(network.value());
        return found == null ? Set.of() : found.members();
    }

    /** Asks the store each time whether there is more to know, which an index of the directory's events answers. */
    private DirectoryPicture now() {
        long count = database.sql(COUNT).query(Long.class).single();
        Known now = known;
        if (now.count != count) {
            now = new Known(count, DirectoryPicture.of(events()));
            known = now;
        }
        return now.picture;
    }

    private List<DirectoryEvent> events() {
        List<DirectoryEvent> events = new ArrayList<>();
        database.sql(EVENTS).query(row -> {
            Upcasters.today(
                            serializer,
                            row.getString("payload_type"),
                            row.getString("payload_revision"),
                            row.getBytes("payload"))
                    .map(DirectoryEvent.class::cast)
                    .forEach(events::add);
        });
        return events;
    }
}
