package io.tallyport.cli;

import io.tallyport.core.inventory.PlanFiles;
import io.tallyport.core.rule.QuantityRule;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which rules decided a plan's rows, never more in memory than there are combinations of rules.
 *
 * @param rows how many rows each decided, by its words
 */
record DecidingRules(Map<String, Long> rows) {

    static DecidingRules of(PlanFiles files, Path file) {
        Map<String, Long> rows = new TreeMap<>();
        files.rows(file, row -> {
            if (!row.rule().equals(QuantityRule.PLAIN)) {
                rows.merge(row.rule().describe(), 1L, Long::sum);
            }
        });
        return new DecidingRules(rows);
    }

    void print(Screen screen) {
        Table table = Table.of(">ROWS", "DECIDED BY");
        rows.forEach((rule, count) -> table.row(count, rule));
        if (!table.isEmpty()) {
            screen.table(table);
        }
    }
}
