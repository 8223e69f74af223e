package io.tallyport.core.inventory;

import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.Access;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Halted;
import io.tallyport.core.connection.Halts;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.doctor.Finding;
import io.tallyport.core.doctor.Finding.Severity;
import io.tallyport.core.inventory.ConnectionExamination.Examined;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Examines one route by what its connections told and what is stored about it. */
final class RouteExamination {

    private final Halts halts;
    private final MappingStore mappings;
    private final CycleStores cycles;
    private final Clock clock;

    RouteExamination(Halts halts, MappingStore mappings, CycleStores cycles, Clock clock) {
        this.halts = halts;
        this.mappings = mappings;
        this.cycles = cycles;
        this.clock = clock;
    }

    List<Finding> examine(Route route, Map<ConnectionId, Examined> connections) {
        String about = "route " + route.id();
        List<Finding> findings = new ArrayList<>();
        if (!route.enabled()) {
            findings.add(new Finding(
                    Severity.NOTE,
                    about,
                    "it is disabled: syncs of all routes leave it out",
                    "tallyport route set " + route.id() + " --help"));
        }
        paused(about, route).ifPresent(findings::add);
        end(about, route.source(), connections).ifPresent(findings::add);
        end(about, route.target(), connections).ifPresent(findings::add);
        writable(about, route.target(), connections).ifPresent(findings::add);
        age(about, route).ifPresent(findings::add);
        brokenMappings(about, route, route.source(), SkuMapping::sourceItem).ifPresent(findings::add);
        brokenMappings(about, route, route.target(), SkuMapping::targetItem).ifPresent(findings::add);
        waiting(about, route).ifPresent(findings::add);
        return findings;
    }

    /** What an undo has paused waits for a person. */
    private Optional<Finding> paused(String about, Route route) {
        return halts.find(Halted.of(route.id()))
                .map(stop -> new Finding(
                        Severity.SOON,
                        about,
                        "it is paused by " + stop.actor() + ": " + stop.reason(),
                        "tallyport route resume " + route.id()));
    }

    private static Optional<Finding> end(String about, LocationRef end, Map<ConnectionId, Examined> connections) {
        Examined examined = connections.get(end.connection());
        if (examined == null) {
            return Optional.of(new Finding(
                    Severity.BROKEN,
                    about,
                    "there is no connection \"" + end.connection() + "\"",
                    "tallyport connection add " + end.connection() + " --help"));
        }
        if (examined.locations().isEmpty()) {
            return Optional.empty();
        }
        Optional<Location> found = examined.locations().get().stream()
                .filter(location -> location.id().equals(end.location()))
                .findFirst();
        if (found.filter(Location::active).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Severity.BROKEN,
                about,
                "location " + end + (found.isEmpty() ? " does not exist" : " is not active"),
                "tallyport connection locations " + end.connection()));
    }

    private static Optional<Finding> writable(String about, LocationRef target, Map<ConnectionId, Examined> all) {
        return Optional.ofNullable(all.get(target.connection()))
                .map(Examined::connection)
                .filter(connection -> !connection.accessMode().allows(Access.WRITE))
                .map(Connection::id)
                .map(id -> new Finding(
                        Severity.BROKEN,
                        about,
                        "its target, connection " + id + ", may not be written to",
                        "tallyport connection update " + id + " --access read-write"));
    }

    /** A read of what changed can miss something, so the age of the last whole read is worth a word. */
    private Optional<Finding> age(String about, Route route) {
        String mend = "tallyport stock sync " + route.id() + " --full --dry-run";
        Optional<Instant> full = cycles.cursors().find(route.id()).flatMap(RouteCursor::lastFull);
        if (full.isEmpty()) {
            return Optional.of(new Finding(Severity.NOTE, about, "it has not been synced yet", mend));
        }
        Instant overdue = full.get().plus(route.policy().fullEvery().multipliedBy(2));
        return overdue.isBefore(clock.instant())
                ? Optional.of(new Finding(
                        Severity.SOON, about, "everything was read last at " + full.get() + ", long ago", mend))
                : Optional.empty();
    }

    /** Only a mirror that saw everything can say that an item is not there. */
    private Optional<Finding> brokenMappings(
            String about, Route route, LocationRef end, Function<SkuMapping, ExternalId> item) {
        List<ExternalId> mapped = mappings.of(route.id()).stream().map(item).toList();
        boolean knows =
                cycles.mirror().state(end).filter(MirrorState::isComplete).isPresent();
        if (mapped.isEmpty() || !knows) {
            return Optional.empty();
        }
        int missing = mapped.size() - cycles.mirror().ofItems(end, mapped).size();
        return missing <= 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        Severity.BROKEN,
                        about,
                        missing + " of its mappings name an item that is not at " + end,
                        "tallyport stock plan " + route.id() + " names them as MAPPING_BROKEN"));
    }

    private Optional<Finding> waiting(String about, Route route) {
        AtomicLong rows = new AtomicLong();
        cycles.due().of(route.id(), row -> rows.incrementAndGet());
        return rows.get() == 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        Severity.NOTE,
                        about,
                        rows + " rows of its last plan are not in step: held, left alone, or not applied",
                        "tallyport stock sync " + route.id() + " --dry-run"));
    }
}
