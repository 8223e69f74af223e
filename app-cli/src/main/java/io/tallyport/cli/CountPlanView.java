package io.tallyport.cli;

import io.tallyport.core.counting.CountPlan;
import io.tallyport.core.counting.CountRow;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A planned count, as it is shown. */
record CountPlanView(
        List<Row> rows,
        String present,
        String counted,
        int toZero,
        int large,
        @Nullable String consignment,
        @Nullable String status,
        List<String> others,
        List<String> missing,
        @Nullable Hold hold) {

    private static final int SHOWN = 200;

    /** One line. */
    record Row(
            String sku,
            String item,
            @Nullable String present,
            String counted,
            @Nullable String difference,
            String change) {

        static Row of(CountRow row) {
            return new Row(
                    row.sku().value(),
                    row.item().value(),
                    row.present().map(Quantity::toString).orElse(null),
                    row.counted().toString(),
                    row.difference().map(Quantity::toString).orElse(null),
                    Choices.word(row.change()));
        }
    }

    /** What is in the way. */
    record Hold(String code, String reason, String action) {

        static Hold of(CountPlan.Hold hold) {
            return new Hold(hold.code().code(), hold.reason(), hold.code().action());
        }
    }

    static CountPlanView of(CountPlan plan) {
        return new CountPlanView(
                plan.rows().stream().map(Row::of).toList(),
                plan.present().toString(),
                plan.counted().toString(),
                plan.needed().zeroed(),
                plan.needed().large(),
                plan.consignment().map(ExternalId::value).orElse(null),
                plan.status().map(Object::toString).orElse(null),
                plan.others().stream().map(ExternalId::value).toList(),
                plan.missing(),
                plan.hold().map(Hold::of).orElse(null));
    }

    void print(Screen screen) {
        if (!rows.isEmpty()) {
            Table table = Table.of("SKU", ">PRESENT", ">COUNTED", ">DIFFERENCE", "CHANGE");
            rows.stream()
                    .limit(SHOWN)
                    .forEach(row -> table.row(
                            row.sku(),
                            Objects.requireNonNullElse(row.present(), "-"),
                            row.counted(),
                            Objects.requireNonNullElse(row.difference(), "-"),
                            row.change()));
            screen.table(table);
            if (rows.size() > SHOWN) {
                screen.line("and " + (rows.size() - SHOWN) + " more; --json has all of them");
            }
            screen.line(rows.size() + " lines, " + present + " present, " + counted + " counted.");
        }
        if (consignment != null) {
            screen.line("At the platform it is consignment " + consignment + ", " + status + ".");
        }
        if (toZero > 0 || large > 0) {
            screen.attention(toZero + " lines would set stock to zero, " + large
                    + " would change it much. To complete it: --allow-zero " + toZero + " --allow-large " + large);
        }
        others.forEach(item -> screen.attention("not in the list, but in the count there: product " + item));
        missing.forEach(sku -> screen.attention("in the list, but not in the count there: " + sku));
        if (hold != null) {
            screen.attention("It would be held: " + hold.code() + " " + hold.reason());
            screen.line("To do: " + hold.action());
        }
    }
}
