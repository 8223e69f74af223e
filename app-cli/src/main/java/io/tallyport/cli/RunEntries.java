package io.tallyport.cli;

import io.tallyport.core.history.RunId;
import io.tallyport.core.history.SyncEntry;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Some entries of a run.
 *
 * @param entries the first of those asked for
 * @param matching how many there are of them
 */
record RunEntries(List<EntryView> entries, long matching) {

    /** The first entries that fit; {@code limit} 0 for all of them. */
    static RunEntries of(SyncLog log, RunId run, Predicate<SyncEntry> wanted, int limit) {
        List<EntryView> entries = new ArrayList<>();
        long matching = 0;
        Optional<Cursor> next = Optional.empty();
        do {
            Page<SyncEntry> page = log.ofRun(run, next);
            for (SyncEntry entry : page.items()) {
                if (wanted.test(entry)) {
                    matching++;
                    if (limit == 0 || entries.size() < limit) {
                        entries.add(EntryView.of(entry));
                    }
                }
            }
            next = page.next();
        } while (next.isPresent());
        return new RunEntries(List.copyOf(entries), matching);
    }

    /** Entries a person should see: rows that moved, and rows that were left. */
    static boolean isRemarkable(SyncEntry entry) {
        return entry.code().isPresent();
    }

    void print(Screen screen, String hint) {
        if (entries.isEmpty()) {
            return;
        }
        Table table = EntryView.table();
        entries.forEach(entry -> entry.addTo(table));
        screen.table(table);
        if (matching > entries.size()) {
            screen.line("… and " + (matching - entries.size()) + " more; see them with: " + hint);
        }
    }
}
