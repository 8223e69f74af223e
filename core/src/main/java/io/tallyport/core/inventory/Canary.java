package io.tallyport.core.inventory;

import io.tallyport.core.history.RunState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the first written rows back before the rest may follow. */
final class Canary {

    private final ExternalId location;
    private final InventorySource target;
    private final ApplyJournal journal;
    private final RowDecisions decisions;

    Canary(ExternalId location, InventorySource target, ApplyJournal journal, RowDecisions decisions) {
        this.location = location;
        this.target = target;
        this.journal = journal;
        this.decisions = decisions;
    }

    /** Reads back what was written; false when nothing was, which proves nothing. */
    boolean proves(List<Pending> chunkRows) {
        List<Pending> written = chunkRows.stream()
                .filter(row -> !journal.tally().isLeft(row.item()))
                .toList();
        if (written.isEmpty()) {
            return false;
        }
        Map<ExternalId, StockLevel> fresh = new HashMap<>();
        target.levelsOf(location, written.stream().map(Pending::item).toList())
                .forEach(level -> fresh.put(level.item(), level));
        for (Pending row : written) {
            StockLevel level = fresh.get(row.item());
            Optional<Quantity> now =
                    level == null ? Optional.empty() : level.figure(row.row().figure());
            Optional<Quantity> set = decisions.written(row.row());
            if (!now.equals(set)) {
                throw new ApplyStop(
                        RunState.FAILED,
                        Reason.STOPPED,
                        "canary: " + row.row().key() + " was set to "
                                + set.map(Object::toString).orElse("nothing") + " and reads "
                                + now.map(Object::toString).orElse("nothing"));
            }
        }
        return true;
    }
}
