package io.tallyport.core.inventory.undo;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.PlanErrors;
import io.tallyport.core.inventory.WholeRead;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes all stock levels of a connection to a file, location by location; changes nothing at the platform. */
public final class BackUpStock {

    private static final String OPERATION = "back up stock";

    private final ConnectionStore connections;
    private final Connectors connectors;
    private final WholeRead reader;
    private final BackupFiles files;
    private final AuditTrail audit;
    private final Clock clock;

    public BackUpStock(
            ConnectionStore connections,
            Connectors connectors,
            WholeRead reader,
            BackupFiles files,
            AuditTrail audit,
            Clock clock) {
        this.connections = connections;
        this.connectors = connectors;
        this.reader = reader;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What to back up.
     *
     * @param locations none for all that are open
     * @param file where it goes; must not exist
     */
    public record Request(ConnectionId connection, List<ExternalId> locations, Path file, String actor) {

        public Request {
            locations = List.copyOf(locations);
        }
    }

    /**
     * Backs up.
     *
     * @throws IllegalArgumentException when there is no such connection
     * @throws io.tallyport.core.kernel.PortException when it cannot be read to its end; no file is left then, and what was
     *     read stays for the next try
     */
    public StockBackup backUp(Request request, Progress progress) {
        Connection connection = connections
                .find(request.connection())
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no connection \"" + request.connection() + "\""));
        try (ConnectorSession session = connectors.open(connection.id())) {
            InventorySource source = session.port(InventorySource.class)
                    .orElseThrow(() -> UndoErrors.rejected(
                            OPERATION, PlanErrors.CANNOT, "\"" + connection.id() + "\" tells no levels"));
            List<Location> locations = locations(session, request);
            BackupHeader header = new BackupHeader(
                    UUID.randomUUID().toString(),
                    connection.id(),
                    connection.platform().code(),
                    connection.account(),
                    connection.environment(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            StockBackup backup = files.write(request.file(), header, out -> {
                List<BackupPart> parts = new ArrayList<>();
                for (Location location : locations) {
                    LocationRef at = new LocationRef(connection.id(), location.id());
                    WholeRead.Result read = reader.read(
                            source, connection, at, level -> out.accept(new BackupRow(location.id(), level)), progress);
                    parts.add(part(location, read));
                }
                return parts;
            });
            audit.record(new AuditEntry(
                    clock.instant(),
                    request.actor(),
                    "stock backed up",
                    connection.id().value(),
                    "backup " + header.id() + ", " + backup.rows() + " levels"));
            return backup;
        }
    }

    private static BackupPart part(Location location, WholeRead.Result read) {
        return new BackupPart(
                location.id(),
                location.name(),
                read.begun().truncatedTo(ChronoUnit.MILLIS),
                read.ended().truncatedTo(ChronoUnit.MILLIS),
                read.rows(),
                read.complete());
    }

    private static List<Location> locations(ConnectorSession session, Request request) {
        List<Location> all = session.locations();
        for (ExternalId wanted : request.locations()) {
            if (all.stream().noneMatch(location -> location.id().equals(wanted))) {
                throw new IllegalArgumentException(
                        "\"" + request.connection() + "\" has no location \"" + wanted + "\"");
            }
        }
        return all.stream()
                .filter(location -> request.locations().isEmpty()
                        ? location.active()
                        : request.locations().contains(location.id()))
                .toList();
    }
}
