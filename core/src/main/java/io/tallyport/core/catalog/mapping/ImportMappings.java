package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes mappings from a file: checks all of it against both catalogues first, then stores all of it or nothing. */
public final class ImportMappings {

    private final CatalogueStores stores;
    private final Connectors connectors;
    private final MappingFiles files;
    private final Clock clock;

    public ImportMappings(CatalogueStores stores, Connectors connectors, MappingFiles files, Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.files = files;
        this.clock = clock;
    }

    /**
     * What to take.
     *
     * @param dryRun whether nothing is stored
     * @param overwrite whether the file wins over what a person mapped otherwise before
     */
    public record Request(RouteId route, Path file, boolean dryRun, boolean overwrite, String actor) {}

    /**
     * A line that cannot be taken.
     *
     * @param line its number in the file, from 1
     */
    public record Problem(int line, String what) {}

    /**
     * A mapping that was, or would be, made.
     *
     * @param line its number in the file, from 1
     */
    public record Taken(int line, CatalogueItem source, CatalogueItem target, MappingEntry entry) {}

    /**
     * What came of it.
     *
     * @param added what was, or would be, made; nothing was where there are problems
     * @param removed what had, or would have, to go for that
     * @param unchanged how many are mapped so already
     * @param oneSided how many lines name one side only, and so say that it is unmapped
     */
    public record Result(
            List<Taken> added,
            List<MappingEntry> removed,
            int unchanged,
            int oneSided,
            List<Problem> problems,
            boolean stored) {}

    /**
     * Imports.
     *
     * @throws IllegalArgumentException when there is no such route
     * @throws io.tallyport.core.kernel.PortException when the file has not the form, an end cannot be read, or somebody
     *     maps the same items at once; nothing is stored then
     */
    public Result take(Request request, Progress progress) {
        try (CatalogueEnds ends = CatalogueEnds.open(request.route(), stores, connectors)) {
            List<MappingLine> lines = files.read(request.file(), ends.from(), ends.to());
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            LineCheck check = new LineCheck(ends.read(progress), request.route(), now, request.actor());
            lines.forEach(check::take);
            return stores.unitOfWork().inOne(() -> settle(request, check, now));
        }
    }

    private Result settle(Request request, LineCheck check, Instant now) {
        List<MappingEntry> wanted = check.taken().stream().map(Taken::entry).toList();
        MappingChange change =
                MappingChange.of(stores.mappings().entries(request.route()), wanted, request.overwrite());
        List<Problem> problems = new ArrayList<>(check.problems());
        change.clashes().forEach(clash -> problems.add(check.problem(clash)));
        problems.sort(Comparator.comparingInt(Problem::line));
        boolean stored = !request.dryRun() && problems.isEmpty();
        if (stored) {
            store(request, change, now);
        }
        Set<MappingEntry> added = new HashSet<>(change.added());
        return new Result(
                check.taken().stream()
                        .filter(taken -> added.contains(taken.entry()))
                        .toList(),
                change.removed(),
                change.unchanged(),
                check.oneSided(),
                problems,
                stored);
    }

    private void store(Request request, MappingChange change, Instant now) {
        change.store(stores.mappings());
        change.added().forEach(entry -> stores.rejections().remove(entry.mapping()));
        stores.audit()
                .record(new AuditEntry(
                        now,
                        request.actor(),
                        "mappings imported",
                        request.route().value(),
                        change.added().size() + " made, " + change.removed().size() + " removed, from "
                                + request.file().getFileName()));
    }
}
