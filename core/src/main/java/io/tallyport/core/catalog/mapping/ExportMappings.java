package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes a route's mappings, and what is joined with nothing, into a file. */
public final class ExportMappings {

    private final CatalogueStores stores;
    private final Connectors connectors;
    private final MappingFiles files;
    private final Clock clock;

    public ExportMappings(CatalogueStores stores, Connectors connectors, MappingFiles files, Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.files = files;
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param complete whether both reads proved to be all, so that nothing unmapped is missing
     */
    public record Result(int mappings, int unmappedSources, int unmappedTargets, boolean complete) {}

    /**
     * Exports.
     *
     * @throws IllegalArgumentException when there is no such route
     * @throws io.tallyport.core.kernel.PortException when an end cannot be read, or the file not be written
     */
    public Result export(RouteId id, Path file, Progress progress) {
        try (CatalogueEnds ends = CatalogueEnds.open(id, stores, connectors)) {
            BothSides sides = ends.read(progress);
            List<MappingEntry> entries = stores.mappings().entries(id);
            JoinedItems joined = JoinedItems.of(
                    sides.source(),
                    sides.target(),
                    entries.stream().map(MappingEntry::mapping).toList(),
                    ends.route().policy().scope());
            MappingSheet sheet = new MappingSheet(
                    id,
                    ends.from(),
                    ends.to(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS),
                    entries.stream().map(entry -> row(entry, sides)).toList(),
                    joined.freeSources(),
                    joined.freeTargets());
            files.write(file, sheet);
            return new Result(
                    entries.size(),
                    joined.freeSources().size(),
                    joined.freeTargets().size(),
                    sides.source().complete() && sides.target().complete());
        }
    }

    private static MappingSheet.Row row(MappingEntry entry, BothSides sides) {
        return new MappingSheet.Row(
                entry,
                sides.source().find(entry.mapping().sourceItem()),
                sides.target().find(entry.mapping().targetItem()));
    }
}
