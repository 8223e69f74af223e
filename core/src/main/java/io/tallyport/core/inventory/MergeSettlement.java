package io.tallyport.core.inventory;

import io.tallyport.core.history.RunId;
import io.tallyport.core.history.SyncEntry;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores what turned out to have become of a write: its intent, its levels and its sync log in one unit of work. */
final class MergeSettlement {

    private final ApplyStores stores;
    private final Clock clock;

    MergeSettlement(ApplyStores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    void settle(
            RouteId route,
            MergeSide side,
            Intent intent,
            IntentState state,
            String detail,
            List<OpenWrite> writes,
            Map<ExternalId, Quantity> applied,
            RunId run) {
        stores.unitOfWork().inOne(() -> {
            Map<ExternalId, MergeLevel> levels = new HashMap<>();
            stores.merge()
                    .levels()
                    .of(route, writes.stream().map(OpenWrite::targetItem).toList())
                    .forEach(level -> levels.put(level.targetItem(), level));
            List<MergeLevel> changed = new ArrayList<>();
            List<SyncEntry> entries = new ArrayList<>();
            for (OpenWrite write : writes) {
                Quantity by = applied.getOrDefault(write.item(), Quantity.ZERO);
                MergeLevel level = levels.get(write.targetItem());
                if (level != null && !by.isZero()) {
                    changed.add(side.wrote(level, by));
                }
                entries.add(entry(side, write, by, detail, run));
            }
            stores.intents().settle(intent.id(), state, detail);
            close(intent, writes);
            stores.merge().levels().put(route, changed);
            stores.syncLog().append(entries);
        });
    }

    private void close(Intent intent, List<OpenWrite> writes) {
        if (!writes.isEmpty()) {
            stores.merge()
                    .open()
                    .close(
                            intent.id(),
                            writes.get(0).at(),
                            writes.stream().map(OpenWrite::item).toList());
        }
    }

    private SyncEntry entry(MergeSide side, OpenWrite write, Quantity by, String detail, RunId run) {
        return new SyncEntry(
                run,
                clock.instant(),
                write.item().value(),
                MergeBook.operation(side),
                by.isZero() ? "NOT_WRITTEN" : "WRITTEN",
                Optional.empty(),
                Optional.of((by.signum() > 0 ? "+" : "") + by),
                Optional.of("SETTLED"),
                "an earlier write: " + detail);
    }
}
