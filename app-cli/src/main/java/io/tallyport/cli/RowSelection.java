package io.tallyport.cli;

import io.tallyport.core.inventory.PlanFiles;
import io.tallyport.core.inventory.PlanRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Some rows of a plan, never more in memory than are shown.
 *
 * @param rows the first of those asked for
 * @param matching how many there are of them
 */
record RowSelection(List<RowView> rows, long matching) {

    /** The first rows that fit; {@code limit} 0 for all of them. */
    static RowSelection of(PlanFiles files, Path file, Predicate<PlanRow> wanted, int limit) {
        List<RowView> rows = new ArrayList<>();
        long[] matching = {0};
        files.rows(file, row -> {
            if (wanted.test(row)) {
                matching[0]++;
                if (limit == 0 || rows.size() < limit) {
                    rows.add(RowView.of(row));
                }
            }
        });
        return new RowSelection(List.copyOf(rows), matching[0]);
    }

    void print(Screen screen, String hint) {
        if (rows.isEmpty()) {
            screen.line("No such rows.");
            return;
        }
        boolean merges = rows.stream().anyMatch(row -> row.merge() != null);
        Table table = merges ? RowView.mergeTable() : RowView.table();
        rows.forEach(row -> {
            if (merges) {
                row.addToMerge(table);
            } else {
                row.addTo(table);
            }
        });
        screen.table(table);
        if (matching > rows.size()) {
            screen.line("… and " + (matching - rows.size()) + " more" + hint);
        }
    }
}
