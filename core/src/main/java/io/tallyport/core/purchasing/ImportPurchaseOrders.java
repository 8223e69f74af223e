package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.ConnectionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes orders from rows of a file: an order with all its rows, or nothing of it; other orders of the file are taken all the same.
 * An order that brings a number that is there already, with the same lines, is left as it is: the same file twice changes nothing.
 */
public final class ImportPurchaseOrders {

    private final CreatePurchaseOrder create;
    private final OrderBook book;

    public ImportPurchaseOrders(CreatePurchaseOrder create, OrderBook book) {
        this.create = create;
        this.book = book;
    }

    /** What became of a row. */
    public enum Fate {
        TAKEN,
        /** The order is there already, as the file has it. */
        THERE_ALREADY,
        /** It is wrong itself. */
        WRONG,
        /** It is right, but another row of its order, or the order, is not. */
        LEFT_OUT
    }

    /**
     * One row's report.
     *
     * @param order what the file calls it
     * @param message why, where it was not taken
     */
    public record RowReport(int number, String order, Fate fate, String message) {}

    /**
     * What came of it.
     *
     * @param created what was, or in a dry run would be, made, by the names of the file; in a dry run without numbers
     */
    public record Result(List<RowReport> rows, Map<String, Optional<PurchaseOrderId>> created) {

        /** Whether every row was taken, or was there. */
        public boolean isWhole() {
            return rows.stream().allMatch(row -> row.fate() == Fate.TAKEN || row.fate() == Fate.THERE_ALREADY);
        }
    }

    /**
     * Imports.
     *
     * @throws IllegalArgumentException when there is no such connection
     */
    public Result take(ConnectionId connection, List<OrderRow> rows, boolean dryRun, String actor) {
        Map<String, RowOrder> orders = new LinkedHashMap<>();
        rows.forEach(row -> orders.computeIfAbsent(row.order(), name -> new RowOrder(connection, row))
                .add(row));
        List<RowReport> reports = new ArrayList<>();
        Map<String, Optional<PurchaseOrderId>> created = new LinkedHashMap<>();
        for (Map.Entry<String, RowOrder> entry : orders.entrySet()) {
            RowOrder order = entry.getValue();
            Optional<OrderDraft> draft = order.draft();
            if (draft.isEmpty()) {
                reports.addAll(order.reports(Fate.LEFT_OUT, "another row of this order is wrong"));
                continue;
            }
            take(draft.get(), order, dryRun, actor, reports)
                    .ifPresent(id -> created.put(entry.getKey(), dryRun ? Optional.empty() : Optional.of(id)));
        }
        reports.sort((one, other) -> Integer.compare(one.number(), other.number()));
        return new Result(reports, created);
    }

    private Optional<PurchaseOrderId> take(
            OrderDraft draft, RowOrder order, boolean dryRun, String actor, List<RowReport> reports) {
        Optional<PurchaseOrder> there =
                draft.id().flatMap(id -> book.stores().orders().find(id));
        if (there.isPresent()) {
            boolean same = isSame(there.get(), draft);
            reports.addAll(
                    same
                            ? order.reports(Fate.THERE_ALREADY, "")
                            : order.reports(
                                    Fate.LEFT_OUT,
                                    "there is an order " + there.get().id() + " already, with other content"));
            return Optional.empty();
        }
        PurchaseOrderId id = dryRun
                ? draft.id().orElse(PurchaseOrderId.of(0, 0))
                : create.create(draft, actor).id();
        reports.addAll(order.reports(Fate.TAKEN, ""));
        return Optional.of(id);
    }

    private static boolean isSame(PurchaseOrder order, OrderDraft draft) {
        return order.connection().equals(draft.connection())
                && order.kind() == draft.kind()
                && order.source().equals(draft.source())
                && order.outlet().equals(draft.outlet())
                && wanted(order.lines()).equals(wanted(draft.lines()));
    }

    private static List<PurchaseLine> wanted(List<PurchaseLine> lines) {
        return lines.stream()
                .map(line -> PurchaseLine.of(line.sku(), line.ordered(), line.cost()))
                .toList();
    }
}
