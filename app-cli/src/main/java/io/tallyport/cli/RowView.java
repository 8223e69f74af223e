package io.tallyport.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tallyport.core.inventory.PlanRow;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.rule.QuantityRule;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a plan as it is shown. */
record RowView(
        String sku,
        String title,
        String figure,
        @Nullable String acknowledged,
        @Nullable String local,
        @Nullable String remote,
        @Nullable String desired,
        @Nullable String difference,
        String action,
        String reason,
        String hold,
        @Nullable String rule,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MergeView merge) {

    static RowView of(PlanRow row) {
        return new RowView(
                row.key(),
                row.title(),
                row.figure().name().toLowerCase(Locale.ROOT),
                text(row.acknowledged()),
                text(row.local()),
                text(row.remote()),
                text(row.desired()),
                text(row.desired().flatMap(to -> row.remote().map(to::minus))),
                row.action().name(),
                row.reason().name(),
                row.hold().name(),
                row.rule().equals(QuantityRule.PLAIN) ? null : row.rule().describe(),
                row.merge().map(MergeView::of).orElse(null));
    }

    static Table table() {
        return Table.of(
                "SKU", "TITLE", "FIGURE", ">LOCAL", ">REMOTE", ">DESIRED", ">DIFF", "ACTION", "REASON", "HOLD", "RULE");
    }

    void addTo(Table table) {
        table.row(
                sku,
                title,
                figure,
                shown(local),
                shown(remote),
                shown(desired),
                signed(difference),
                action,
                reason,
                hold.equals("FREE") ? "" : hold,
                rule == null ? "" : rule);
    }

    /** For rows that are carried both ways. */
    static Table mergeTable() {
        return Table.of(
                "SKU",
                "TITLE",
                ">SOURCE",
                ">MOVED",
                ">TO SOURCE",
                ">TARGET",
                ">MOVED",
                ">TO TARGET",
                "ACTION",
                "REASON",
                "HOLD");
    }

    void addToMerge(Table table) {
        table.row(
                sku,
                title,
                shown(local),
                signed(merge == null ? null : merge.deltaSource()),
                signed(merge == null ? null : merge.toSource()),
                shown(remote),
                signed(merge == null ? null : merge.deltaTarget()),
                signed(merge == null ? null : merge.toTarget()),
                action,
                reason,
                hold.equals("FREE") ? "" : hold);
    }

    private static @Nullable String text(Optional<Quantity> quantity) {
        return quantity.map(Quantity::toString).orElse(null);
    }

    private static String shown(@Nullable String figure) {
        return figure == null ? "-" : figure;
    }

    private static String signed(@Nullable String difference) {
        return difference == null ? "-" : Screen.signed(difference);
    }
}
