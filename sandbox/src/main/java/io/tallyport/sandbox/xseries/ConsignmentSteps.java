package io.tallyport.sandbox.xseries;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens when a consignment changes: its stock, its version, and who is told; called with the store's monitor held. */
final class ConsignmentSteps {

    private final XSeriesStore store;
    private final Ids ids;
    private final ConsignmentManners manners;
    private final Events events;

    ConsignmentSteps(XSeriesStore store, Ids ids, ConsignmentManners manners, Events events) {
        this.store = store;
        this.ids = ids;
        this.manners = manners;
        this.events = events;
    }

    /** The row gets a new version. */
    void changed(ConsignmentRow row) {
        row.updated = store.now();
        store.consignmentTable.touch(row);
    }

    void lineChanged(ConsignmentRow row, LineRow line) {
        line.updated = store.now();
        row.lineTable.touch(line);
        if (manners.now.lineMoves()) {
            changed(row);
        }
    }

    /** Moves the goods that go with a status, and the row into it. */
    void enter(ConsignmentRow row, String status) {
        switch (row.type) {
            case SUPPLIER -> {
                if (status.equals("RECEIVED")) {
                    row.live().forEach(line -> add(line, row.draft.outlet(), line.received));
                }
            }
            case OUTLET -> transfer(row, status);
            case RETURN -> {
                if (status.equals("SENT")) {
                    row.live()
                            .forEach(line ->
                                    add(line, row.draft.outlet(), line.sent().negate()));
                }
            }
            case STOCKTAKE -> count(row, status);
        }
        mark(row, status);
    }

    /** Into a status, without any goods. */
    void mark(ConsignmentRow row, String status) {
        row.status = status;
        if (status.equals("RECEIVED")) {
            row.received = Optional.of(store.now());
            row.live().forEach(line -> line.status = "RECEIVE_SUCCESS");
        }
        changed(row);
        if (status.equals("SENT") || status.equals("RECEIVED")) {
            events.consignment(row, status.equals("SENT") ? "consignment.send" : "consignment.receive");
        }
    }

    private void transfer(ConsignmentRow row, String status) {
        OutletRow source = row.draft.source().orElse(row.draft.outlet());
        if (status.equals("SENT")) {
            row.live().forEach(line -> {
                line.cost = line.cost.or(() -> Optional.of(Rendering.cost(line.product)));
                add(line, source, line.sent().negate());
            });
        } else if (status.equals("CANCELLED") && row.status.equals("SENT")) {
            row.live().forEach(line -> add(line, source, line.sent()));
        } else if (status.equals("RECEIVED")) {
            row.live().forEach(line -> add(line, row.draft.outlet(), line.received));
        }
    }

    /** What was not counted is set to nothing: the trap of counts. */
    private void count(ConsignmentRow row, String status) {
        if (status.equals("STOCKTAKE_IN_PROGRESS")) {
            row.counting = Optional.of(store.now());
        } else if (status.equals("STOCKTAKE_COMPLETE")) {
            row.live()
                    .forEach(line -> store.stockOf(line.product, row.draft.outlet())
                            .ifPresent(stock -> store.stock(stock, line.received)));
        }
    }

    private void add(LineRow line, OutletRow outlet, BigDecimal quantity) {
        store.stockOf(line.product, outlet).ifPresent(stock -> store.stock(stock, stock.level.add(quantity)));
    }

    /** What the background task has come to do by now: it lists what a count is about. */
    void settle() {
        store.consignments.stream()
                .filter(row -> row.is("STOCKTAKE_IN_PROGRESS") && !row.gone)
                .filter(row -> row.counting
                        .filter(since -> !since.plus(manners.now.pace()).isAfter(store.now()))
                        .isPresent())
                .toList()
                .forEach(this::listed);
    }

    private void listed(ConsignmentRow row) {
        counted(row).filter(product -> row.line(product).isEmpty()).forEach(product -> {
            LineRow line = new LineRow(product, store.now());
            line.count = store.stockOf(product, row.draft.outlet()).map(stock -> stock.level);
            row.lines.put(product.number, line);
            row.lineTable.add(line);
        });
        row.status = "STOCKTAKE_IN_PROGRESS_PROCESSED";
        changed(row);
    }

    /** Without filters the whole store. */
    private Stream<ProductRow> counted(ConsignmentRow row) {
        return store.products
                .all()
                .filter(product -> !product.deleted()
                        && product.stock.stream().anyMatch(stock -> stock.outlet == row.draft.outlet()))
                .filter(product -> row.draft.filters().isEmpty()
                        || row.draft
                                .filters()
                                .findValuesAsText("value")
                                .contains(ids.of(Ids.Kind.PRODUCT, product.number)));
    }
}
