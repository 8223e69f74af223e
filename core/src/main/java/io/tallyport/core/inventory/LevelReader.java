package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Pages through a read to its end and says whether it proved that it saw everything. */
final class LevelReader {

    private final String step;
    private final Progress progress;

    LevelReader(String step, Progress progress) {
        this.step = step;
        this.progress = progress;
    }

    /** All levels of a location. */
    ReadLevels all(InventorySource source, ExternalId location) {
        return read(cursor -> source.levels(location, cursor));
    }

    /** What changed since {@code since}; complete in the sense that the last page was reached. */
    ReadLevels changed(InventorySource source, ExternalId location, Watermark since) {
        return read(cursor -> source.changedSince(location, since, cursor));
    }

    private ReadLevels read(Function<Optional<Cursor>, LevelPage> pages) {
        Map<ExternalId, StockLevel> seen = new LinkedHashMap<>();
        Set<Cursor> cursors = new HashSet<>();
        Optional<Cursor> cursor = Optional.empty();
        LevelPage page;
        do {
            page = pages.apply(cursor);
            page.items().forEach(level -> seen.put(level.item(), level));
            progress.at(step, seen.size(), page.total());
            cursor = page.next();
            if (cursor.isPresent() && !cursors.add(cursor.get())) {
                throw new PortException.Protocol(
                        FailureContext.of(step), "the platform's pages go in a circle; try again", null);
            }
        } while (cursor.isPresent());
        boolean complete =
                page.total().isPresent() && seen.size() >= page.total().getAsLong();
        return new ReadLevels(seen.values(), complete, page.mark().orElseThrow());
    }
}
